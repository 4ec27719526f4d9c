"""Make the test documents and the rows that they hold, both from the same data (docs/test-documents.md)."""
