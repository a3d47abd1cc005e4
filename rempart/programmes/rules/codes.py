"""The closed lists a plan is written with. Their words live in content and in models."""

from enum import StrEnum


class Step(StrEnum):
    """The steps of a plan, in the order they are shown; they may be filled in any order."""

    FRAME = "frame"
    SITUATION = "situation"
    WHO = "who"
    STRATEGIES = "strategies"
    RESULTS = "results"
    REVIEW = "review"
    DOCUMENT = "document"


class Answer(StrEnum):
    """What someone says to a question; an unanswered question is the empty string."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Level(StrEnum):
    """Where an intervention takes place (the guide's three levels, and across borders)."""

    NATIONAL = "national"
    COMMUNITY = "community"
    INDIVIDUAL = "individual"
    CROSSBORDER = "crossborder"


class Serves(StrEnum):
    """The two classes of the guide's outline, in plain words (REQ-006, RULE-034)."""

    CHILDREN_FAMILIES = "children_families"
    INTERMEDIARIES = "intermediaries"


class Provision(StrEnum):
    """How a need is answered in a place."""

    WORKS_TODAY = "works_today"
    PLANNED = "planned"
    NONE = "none"


class Stand(StrEnum):
    """The guide's four classes of stakeholders."""

    BENEFICIARY = "beneficiary"
    ALLY = "ally"
    DECISION_MAKER = "decision_maker"
    OPPONENT = "opponent"


class Branch(StrEnum):
    """On which side of the core problem a node of the problem tree stands."""

    CAUSE = "cause"
    EFFECT = "effect"


class Influence(StrEnum):
    """How much a group can do for the programme's aim, or against it."""

    VERY_LOW = "very_low"
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    VERY_HIGH = "very_high"


class Interest(StrEnum):
    """Where a group stands towards the programme's aim."""

    STRONGLY_AGAINST = "strongly_against"
    AGAINST = "against"
    NEUTRAL = "neutral"
    FOR = "for"
    STRONGLY_FOR = "strongly_for"


class Part(StrEnum):
    """What a group does in an action: the letters D, P and B of Figure 1."""

    LEADS = "leads"
    JOINS = "joins"
    BENEFITS = "benefits"


class Decision(StrEnum):
    """What became of a strategy that the guide suggests or the team invented."""

    CHOSEN = "chosen"
    REFUSED = "refused"


class Eligibility(StrEnum):
    """Whether a criterion lets someone in or keeps someone out."""

    SERVES = "serves"
    EXCLUDES = "excludes"


class Criterion(StrEnum):
    """What a criterion of eligibility looks at (RULE-019, 020, 021, 113)."""

    AGE = "age"
    SEX = "sex"
    PUBERTY = "puberty"
    CULTURE = "culture"
    NATIONALITY = "nationality"
    STATUS = "status"
    CONSIDERED_VOLUNTARY = "considered_voluntary"
    FAMILY_PROFILE = "family_profile"
    RESIDENCE = "residence"
    VULNERABILITY = "vulnerability"
    OTHER = "other"


class ObjectiveKind(StrEnum):
    """What an immediate objective changes."""

    LAW_POLICY = "law_policy"
    ATTITUDES = "attitudes"
    CAPACITY = "capacity"
    PREVENTION = "prevention"
    EXIT_RECOVERY = "exit_recovery"
    REINTEGRATION = "reintegration"
    KNOWLEDGE = "knowledge"
    OTHER = "other"


class Direction(StrEnum):
    """Which way an indicator is meant to go."""

    UP = "up"
    DOWN = "down"
    HOLD = "hold"


class Aggregation(StrEnum):
    """How the figures of several periods or places become one."""

    SUM = "sum"
    LATEST = "latest"
    AVERAGE = "average"
    UNIQUE = "unique"


class Involvement(StrEnum):
    """How children take part in an activity (RULE-007)."""

    DESIGN = "design"
    DECISION = "decision"
    REVIEW = "review"


class Lifecycle(StrEnum):
    """Where a programme stands, in the order of its life."""

    DRAFT = "draft"
    IN_REVIEW = "in_review"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    RUNNING = "running"
    CLOSED = "closed"
