"""The room `diagram`."""
