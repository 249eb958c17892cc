"""onrecord reads the news on international politics and keeps the record."""

__version__ = "0.1.0"
