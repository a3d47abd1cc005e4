"""The kinds of entries, in the order in which a reader meets them, and the parts of the guide."""

from enum import StrEnum


class Kind(StrEnum):
    """What an entry is; also the name of its folder under ``content/catalogue``."""

    AREA = "area"
    ACTION_THEME = "action_theme"
    ACTION = "action"
    PRIORITY = "priority"
    TODO = "todo"
    NOT_TODO = "not_todo"
    EXAMPLE = "example"
    BOX = "box"
    FIGURE = "figure"
    LADDER = "ladder"
    STAKEHOLDER = "stakeholder"
    STAKEHOLDER_CATEGORY = "stakeholder_category"
    STAKEHOLDER_ADVICE = "stakeholder_advice"
    FACTOR = "factor"
    DETECTION = "detection"
    PRINCIPLE = "principle"
    KEY_POINT = "key_point"
    LEVEL = "level"
    PHASE = "phase"
    LAW = "law"
    DEFINITION = "definition"
    TERM = "term"
    SCOPE = "scope"


class Part(StrEnum):
    """Where in the guide an entry stands; its words are those of the list ``guide_part``."""

    INTRODUCTION = "introduction"
    DEFINITIONS = "definitions"
    FACTORS = "factors"
    PRINCIPLES = "principles"
    LAW = "law"
    LEVELS = "levels"
    ASSISTANCE = "assistance"
    KEY_POINT = "key_point"
    STAKEHOLDERS = "stakeholders"
    STAKEHOLDER = "stakeholder"
    THEME = "theme"
    ACTION = "action"
    AREA = "area"
    PRIORITY = "priority"
    TODO = "todo"
    NOT_TODO = "not_todo"
    EXAMPLE = "example"
    BOX = "box"
    FIGURE = "figure"
    WORDS = "words"


class FactorFamily(StrEnum):
    """What a vulnerability factor is about; an observation is a remark that nobody ticks."""

    FAMILY = "family"
    CHILD = "child"
    SETTING = "setting"
    OBSERVATION = "observation"


class DetectionFamily(StrEnum):
    """What an element of detection is (box 15)."""

    PHYSICAL = "physical"
    PSYCHOSOCIAL = "psychosocial"
    VULNERABLE = "vulnerable"
    STAFF = "staff"
    PLACE = "place"
    ENTRY = "entry"
