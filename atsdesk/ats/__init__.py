"""One vendor each: resources declared as data, special cases as code. Knows neither SQLite nor Qt."""
