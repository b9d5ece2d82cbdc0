"""What there is to read of one event: the record, the article on it, the reader's note."""
