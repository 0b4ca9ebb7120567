"""What a user has set for good: one TOML file, the environment, and which of them each value in force comes from."""

from headwater.config.example import example_file
from headwater.config.force import Config, InForce, config_in_force
from headwater.config.keys import HOST, KEYS, PORT, Key

__all__ = ["HOST", "KEYS", "PORT", "Config", "InForce", "Key", "config_in_force", "example_file"]
