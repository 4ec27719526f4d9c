"""Read PDF files: characters and lines as drawn, put together to tables and paragraphs."""
