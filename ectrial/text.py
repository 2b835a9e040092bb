"""A sentence in every language of the product."""

from typing import Literal, get_args

from pydantic import BaseModel, ConfigDict, Field

Language = Literal["en", "zh"]
LANGUAGES: tuple[Language, ...] = get_args(Language)


class Text(BaseModel):
    """One sentence in English and in 简体中文; a file must give both."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    en: str = Field(min_length=1)
    zh: str = Field(min_length=1)

    def within(self, language: Language) -> str:
        """Give the sentence in a language."""
        return self.zh if language == "zh" else self.en
