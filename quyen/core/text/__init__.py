"""Words, numbers and bytes of Vietnamese text: what every room of the core may use."""
