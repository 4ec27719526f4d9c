"""Build the graphs of a corpus: link its departments and matters, read its roles."""
