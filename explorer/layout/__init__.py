"""From events and a time scale to marks ready to paint; numpy only, no Qt."""
