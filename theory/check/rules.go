package check

// Rules are all the rules there are, in the order of their codes.
var Rules = []Rule{
	// Reading
	Syntax,
	UnknownKey,
	InvalidValue,
	MissingKey,
	DuplicateID,
	UnknownReference,
	NearMiss,
	DuplicateLink,
	FileReference,
	Unused,
	UnusedAcceptance,

	// Support
	UnsupportedLink,
	UnclaimedSupport,
	UndeclaredMixed,
	ContradictedLink,
	RefutedWithoutEvidence,
	ThinSupport,
	EffectOnMechanism,
	SameEvidenceBothWays,
	UntestedWithSupport,
	OpinionOnly,
	NoLocator,
	QuoteNotFound,
	UnsupportedNode,

	// Graph
	IsolatedNode,
	DeadEndMechanism,
	UnexplainedOutcome,
	NoMechanism,
	IdleIntervention,
	IdleContext,
	Cycle,
	SelfLink,
	UnusualDirection,
	OpposedEffects,
	DoubleNegative,

	// Configurations
	IncompleteConfiguration,
	BrokenConfiguration,
	OutsideConfigurations,
	NoBeneficiary,
	NoFormalTheory,
	RequiresLoop,
	BrokenPrecondition,
	RoleMismatch,
	NoRipple,
	NoBlocking,
	CaseBothWays,

	// Revision
	SilentDrop,
	DroppedDespiteEvidence,
	ClaimedAnew,
	RaisedStatus,
	UnknownLineage,
	RecastWithoutLineage,
}
