"""Articles as text: pastes, dumps of whole pages, Markdown. Their lines take the road of a page's
from `content` on."""
