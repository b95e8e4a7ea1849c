"""The room `validation`."""
