CREATE TABLE agreements (
	id TEXT NOT NULL, 
	created_at TEXT, 
	created_by TEXT, 
	changed_at TEXT, 
	changed_by TEXT, 
	deleted_at TEXT, 
	workshop TEXT NOT NULL, 
	session TEXT, 
	number INTEGER, 
	text TEXT NOT NULL, 
	responsible TEXT, 
	responsible_person TEXT, 
	due TEXT, 
	source TEXT, 
	CONSTRAINT pk_agreements PRIMARY KEY (id), 
	CONSTRAINT fk_agreements_workshop FOREIGN KEY(workshop) REFERENCES workshops (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_agreements_session FOREIGN KEY(session) REFERENCES sessions (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_agreements_responsible FOREIGN KEY(responsible) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_agreements_responsible_person FOREIGN KEY(responsible_person) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('s0005');
CREATE TABLE alliances (
	id TEXT NOT NULL, 
	created_at TEXT, 
	created_by TEXT, 
	changed_at TEXT, 
	changed_by TEXT, 
	deleted_at TEXT, 
	name TEXT NOT NULL, 
	promoted_by TEXT, 
	since INTEGER, 
	principles TEXT NOT NULL, 
	reach_claimed TEXT, 
	CONSTRAINT pk_alliances PRIMARY KEY (id), 
	CONSTRAINT fk_alliances_promoted_by FOREIGN KEY(promoted_by) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE assumptions (
	id TEXT NOT NULL, 
	created_at TEXT, 
	created_by TEXT, 
	changed_at TEXT, 
	changed_by TEXT, 
	deleted_at TEXT, 
	theory_of_change TEXT, 
	text TEXT NOT NULL, 
	kind TEXT, 
	status TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	previous TEXT, 
	revised_by TEXT, 
	CONSTRAINT pk_assumptions PRIMARY KEY (id), 
	CONSTRAINT fk_assumptions_theory_of_change FOREIGN KEY(theory_of_change) REFERENCES theories_of_change (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_assumptions_previous FOREIGN KEY(previous) REFERENCES assumptions (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_assumptions_revised_by FOREIGN KEY(revised_by) REFERENCES reflections (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE attendance (
	id TEXT NOT NULL, 
	created_at TEXT, 
	created_by TEXT, 
	changed_at TEXT, 
	changed_by TEXT, 
	deleted_at TEXT, 
	workshop TEXT NOT NULL, 
	person TEXT NOT NULL, 
	date TEXT NOT NULL, 
	half_day TEXT NOT NULL, 
	code TEXT NOT NULL, 
	CONSTRAINT pk_attendance PRIMARY KEY (id), 
	CONSTRAINT fk_attendance_workshop FOREIGN KEY(workshop) REFERENCES workshops (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_attendance_person FOREIGN KEY(person) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE boards (
	id TEXT NOT NULL, 
	created_at TEXT, 
	created_by TEXT, 
	changed_at TEXT, 
	changed_by TEXT, 
	deleted_at TEXT, 
	workshop TEXT NOT NULL, 
	session TEXT NOT NULL, 
	question TEXT NOT NULL, 
	mode TEXT NOT NULL, 
	phase TEXT NOT NULL, 
	voting TEXT, 
	conclusion TEXT, 
	position INTEGER NOT NULL, ratings TEXT DEFAULT '[]' NOT NULL, 
	CONSTRAINT pk_boards PRIMARY KEY (id), 
	CONSTRAINT fk_boards_workshop FOREIGN KEY(workshop) REFERENCES workshops (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_boards_session FOREIGN KEY(session) REFERENCES sessions (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE budget_revisions (
	id TEXT NOT NULL, 
	created_at TEXT, 
	created_by TEXT, 
	changed_at TEXT, 
	changed_by TEXT, 
	deleted_at TEXT, 
	cycle TEXT, 
	workshop TEXT, 
	number INTEGER NOT NULL, 
	date TEXT, 
	reason TEXT, 
	currency TEXT NOT NULL, 
	lines TEXT NOT NULL, 
	approved_by TEXT, 
	CONSTRAINT pk_budget_revisions PRIMARY KEY (id), 
	CONSTRAINT fk_budget_revisions_cycle FOREIGN KEY(cycle) REFERENCES cycles (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_budget_revisions_workshop FOREIGN KEY(workshop) REFERENCES workshops (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_budget_revisions_approved_by FOREIGN KEY(approved_by) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE canvases (
	id TEXT NOT NULL, 
	created_at TEXT, 
	created_by TEXT, 
	changed_at TEXT, 
	changed_by TEXT, 
	deleted_at TEXT, 
	"case" TEXT NOT NULL, 
	subject TEXT NOT NULL, 
	facing TEXT, 
	kind TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	date TEXT, 
	blocks TEXT NOT NULL, 
	CONSTRAINT pk_canvases PRIMARY KEY (id), 
	CONSTRAINT fk_canvases_case FOREIGN KEY("case") REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE card_kinds (
	id TEXT NOT NULL, 
	created_at TEXT, 
	created_by TEXT, 
	changed_at TEXT, 
	changed_by TEXT, 
	deleted_at TEXT, 
	workshop TEXT NOT NULL, 
	label TEXT NOT NULL, 
	"like" TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_card_kinds PRIMARY KEY (id), 
	CONSTRAINT fk_card_kinds_workshop FOREIGN KEY(workshop) REFERENCES workshops (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE cards (
	id TEXT NOT NULL, 
	created_at TEXT, 
	created_by TEXT, 
	changed_at TEXT, 
	changed_by TEXT, 
	deleted_at TEXT, 
	workshop TEXT NOT NULL, 
	board TEXT NOT NULL, 
	cluster TEXT, 
	kind TEXT NOT NULL, 
	own_kind TEXT, 
	text TEXT NOT NULL, 
	clarification TEXT, 
	author TEXT, 
	organisation TEXT, 
	source TEXT NOT NULL, 
	status TEXT NOT NULL, 
	merged_into TEXT, 
	hidden_on_stage BOOLEAN NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_cards PRIMARY KEY (id), 
	CONSTRAINT fk_cards_workshop FOREIGN KEY(workshop) REFERENCES workshops (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_cards_board FOREIGN KEY(board) REFERENCES boards (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_cards_cluster FOREIGN KEY(cluster) REFERENCES clusters (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_cards_own_kind FOREIGN KEY(own_kind) REFERENCES card_kinds (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_cards_author FOREIGN KEY(author) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_cards_organisation FOREIGN KEY(organisation) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_cards_merged_into FOREIGN KEY(merged_into) REFERENCES cards (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE cases (
	id TEXT NOT NULL, 
	created_at TEXT, 
	created_by TEXT, 
	changed_at TEXT, 
	changed_by TEXT, 
	deleted_at TEXT, 
	cycle TEXT, 
	partner TEXT, 
	chain TEXT NOT NULL, 
	seller TEXT, 
	buyer TEXT, 
	country TEXT, 
	relation_since TEXT, 
	written_agreement BOOLEAN, 
	team TEXT NOT NULL, 
	status TEXT NOT NULL, 
	consent_to_publish BOOLEAN, 
	CONSTRAINT pk_cases PRIMARY KEY (id), 
	CONSTRAINT fk_cases_cycle FOREIGN KEY(cycle) REFERENCES cycles (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_cases_partner FOREIGN KEY(partner) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE chain_maps (
	id TEXT NOT NULL, 
	created_at TEXT, 
	created_by TEXT, 
	changed_at TEXT, 
	changed_by TEXT, 
	deleted_at TEXT, 
	"case" TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	date TEXT, 
	links TEXT NOT NULL, 
	flows TEXT NOT NULL, 
	network TEXT NOT NULL, 
	influences TEXT NOT NULL, 
	conclusions TEXT NOT NULL, 
	CONSTRAINT pk_chain_maps PRIMARY KEY (id), 
	CONSTRAINT fk_chain_maps_case FOREIGN KEY("case") REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE change_log (
	seq INTEGER NOT NULL, 
	operation TEXT NOT NULL, 
	process TEXT NOT NULL, 
	label TEXT NOT NULL, 
	at TEXT NOT NULL, 
	"by" TEXT, 
	way TEXT NOT NULL, 
	target TEXT, 
	undoable BOOLEAN NOT NULL, 
	list TEXT NOT NULL, 
	record TEXT NOT NULL, 
	"before" TEXT, 
	"after" TEXT, 
	CONSTRAINT pk_change_log PRIMARY KEY (seq)
);
CREATE TABLE clusters (
	id TEXT NOT NULL, 
	created_at TEXT, 
	created_by TEXT, 
	changed_at TEXT, 
	changed_by TEXT, 
	deleted_at TEXT, 
	workshop TEXT NOT NULL, 
	board TEXT NOT NULL, 
	title TEXT NOT NULL, 
	summary TEXT, 
	inside TEXT, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_clusters PRIMARY KEY (id), 
	CONSTRAINT fk_clusters_workshop FOREIGN KEY(workshop) REFERENCES workshops (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_clusters_board FOREIGN KEY(board) REFERENCES boards (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_clusters_inside FOREIGN KEY(inside) REFERENCES clusters (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE consents (
	id TEXT NOT NULL, 
	created_at TEXT, 
	created_by TEXT, 
	changed_at TEXT, 
	changed_by TEXT, 
	deleted_at TEXT, 
	person TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	given BOOLEAN NOT NULL, 
	"on" TEXT, 
	how TEXT, 
	CONSTRAINT pk_consents PRIMARY KEY (id), 
	CONSTRAINT fk_consents_person FOREIGN KEY(person) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE contributions (
	id TEXT NOT NULL, 
	created_at TEXT, 
	created_by TEXT, 
	changed_at TEXT, 
	changed_by TEXT, 
	deleted_at TEXT, 
	work_item TEXT NOT NULL, 
	organisation TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	amount TEXT NOT NULL, 
	valuation_note TEXT, 
	committed_on TEXT, 
	confirmed BOOLEAN NOT NULL, 
	spent TEXT, 
	CONSTRAINT pk_contributions PRIMARY KEY (id), 
	CONSTRAINT fk_contributions_work_item FOREIGN KEY(work_item) REFERENCES work_plan (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_contributions_organisation FOREIGN KEY(organisation) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE cycles (
	id TEXT NOT NULL, 
	created_at TEXT, 
	created_by TEXT, 
	changed_at TEXT, 
	changed_by TEXT, 
	deleted_at TEXT, 
	alliance TEXT, 
	label TEXT NOT NULL, 
	start TEXT, 
	"end" TEXT, 
	topic TEXT, 
	learning_question TEXT, 
	aims TEXT NOT NULL, 
	funder TEXT, 
	steps TEXT NOT NULL, 
	CONSTRAINT pk_cycles PRIMARY KEY (id), 
	CONSTRAINT fk_cycles_alliance FOREIGN KEY(alliance) REFERENCES alliances (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_cycles_funder FOREIGN KEY(funder) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE document_templates (
	id TEXT NOT NULL, 
	created_at TEXT, 
	created_by TEXT, 
	changed_at TEXT, 
	changed_by TEXT, 
	deleted_at TEXT, 
	name TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	sections TEXT NOT NULL, 
	annexes TEXT NOT NULL, 
	left_out TEXT NOT NULL, 
	section_words TEXT NOT NULL, 
	CONSTRAINT pk_document_templates PRIMARY KEY (id)
);
CREATE TABLE drafts (
	place TEXT NOT NULL, 
	workshop TEXT, 
	text TEXT NOT NULL, 
	at TEXT NOT NULL, 
	CONSTRAINT pk_drafts PRIMARY KEY (place)
);
CREATE TABLE evaluations (
	id TEXT NOT NULL, 
	created_at TEXT, 
	created_by TEXT, 
	changed_at TEXT, 
	changed_by TEXT, 
	deleted_at TEXT, 
	workshop TEXT NOT NULL, 
	session TEXT, 
	anonymous BOOLEAN NOT NULL, 
	scale TEXT NOT NULL, 
	questions TEXT NOT NULL, 
	responses TEXT NOT NULL, 
	open_answers TEXT NOT NULL, 
	CONSTRAINT pk_evaluations PRIMARY KEY (id), 
	CONSTRAINT fk_evaluations_workshop FOREIGN KEY(workshop) REFERENCES workshops (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_evaluations_session FOREIGN KEY(session) REFERENCES sessions (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE follow_ups (
	id TEXT NOT NULL, 
	created_at TEXT, 
	created_by TEXT, 
	changed_at TEXT, 
	changed_by TEXT, 
	deleted_at TEXT, 
	work_item TEXT, 
	"case" TEXT, 
	kind TEXT NOT NULL, 
	date TEXT NOT NULL, 
	"end" TEXT, 
	place TEXT, 
	minutes INTEGER, 
	people TEXT NOT NULL, 
	women_met INTEGER, 
	men_met INTEGER, 
	reviewer TEXT, 
	purpose TEXT, 
	advanced TEXT, 
	stuck TEXT, 
	suggestion TEXT, 
	agreements TEXT, 
	next_date TEXT, 
	CONSTRAINT pk_follow_ups PRIMARY KEY (id), 
	CONSTRAINT fk_follow_ups_work_item FOREIGN KEY(work_item) REFERENCES work_plan (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_follow_ups_case FOREIGN KEY("case") REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_follow_ups_reviewer FOREIGN KEY(reviewer) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE hypotheses (
	id TEXT NOT NULL, 
	created_at TEXT, 
	created_by TEXT, 
	changed_at TEXT, 
	changed_by TEXT, 
	deleted_at TEXT, 
	iteration TEXT NOT NULL, 
	"if" TEXT NOT NULL, 
	"then" TEXT, 
	indicator TEXT, 
	due TEXT, 
	result TEXT NOT NULL, 
	decision TEXT, 
	carried_from TEXT, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_hypotheses PRIMARY KEY (id), 
	CONSTRAINT fk_hypotheses_iteration FOREIGN KEY(iteration) REFERENCES prototypes (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_hypotheses_indicator FOREIGN KEY(indicator) REFERENCES indicators (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE indicators (
	id TEXT NOT NULL, 
	created_at TEXT, 
	created_by TEXT, 
	changed_at TEXT, 
	changed_by TEXT, 
	deleted_at TEXT, 
	cycle TEXT, 
	"case" TEXT, 
	code TEXT, 
	name TEXT NOT NULL, 
	definition TEXT, 
	unit TEXT, 
	formula TEXT, 
	direction TEXT, 
	disaggregation TEXT NOT NULL, 
	baseline TEXT, 
	baseline_pending BOOLEAN NOT NULL, 
	target TEXT, 
	milestones TEXT NOT NULL, 
	means_of_verification TEXT NOT NULL, 
	method TEXT, 
	frequency TEXT, 
	responsible TEXT, 
	linked_to TEXT NOT NULL, 
	serves_decision TEXT, 
	limits TEXT, 
	CONSTRAINT pk_indicators PRIMARY KEY (id), 
	CONSTRAINT fk_indicators_cycle FOREIGN KEY(cycle) REFERENCES cycles (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_indicators_case FOREIGN KEY("case") REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_indicators_responsible FOREIGN KEY(responsible) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE measurements (
	id TEXT NOT NULL, 
	created_at TEXT, 
	created_by TEXT, 
	changed_at TEXT, 
	changed_by TEXT, 
	deleted_at TEXT, 
	indicator TEXT NOT NULL, 
	"case" TEXT, 
	date TEXT NOT NULL, 
	value TEXT, 
	no_data_reason TEXT, 
	disaggregated TEXT NOT NULL, 
	verification_file TEXT, 
	entered_by TEXT, 
	CONSTRAINT pk_measurements PRIMARY KEY (id), 
	CONSTRAINT fk_measurements_indicator FOREIGN KEY(indicator) REFERENCES indicators (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_measurements_case FOREIGN KEY("case") REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_measurements_entered_by FOREIGN KEY(entered_by) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE memberships (
	id TEXT NOT NULL, 
	created_at TEXT, 
	created_by TEXT, 
	changed_at TEXT, 
	changed_by TEXT, 
	deleted_at TEXT, 
	organisation TEXT NOT NULL, 
	alliance TEXT NOT NULL, 
	start TEXT, 
	"end" TEXT, 
	role TEXT, 
	CONSTRAINT pk_memberships PRIMARY KEY (id), 
	CONSTRAINT fk_memberships_organisation FOREIGN KEY(organisation) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_memberships_alliance FOREIGN KEY(alliance) REFERENCES alliances (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE minutes (
	id TEXT NOT NULL, 
	created_at TEXT, 
	created_by TEXT, 
	changed_at TEXT, 
	changed_by TEXT, 
	deleted_at TEXT, 
	workshop TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	language TEXT NOT NULL, 
	status TEXT NOT NULL, 
	version TEXT NOT NULL, 
	disclosure TEXT NOT NULL, 
	paper TEXT NOT NULL, 
	prepared_by TEXT, 
	reviewed_by TEXT, 
	issued TEXT, 
	comments_until TEXT, 
	sections TEXT NOT NULL, 
	annexes TEXT NOT NULL, 
	summary TEXT, 
	signatories TEXT NOT NULL, 
	distribution TEXT NOT NULL, 
	content_hash TEXT, left_out TEXT DEFAULT '[]' NOT NULL, section_words TEXT DEFAULT '[]' NOT NULL, issued_files TEXT DEFAULT '[]' NOT NULL, 
	CONSTRAINT pk_minutes PRIMARY KEY (id), 
	CONSTRAINT fk_minutes_workshop FOREIGN KEY(workshop) REFERENCES workshops (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_minutes_prepared_by FOREIGN KEY(prepared_by) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_minutes_reviewed_by FOREIGN KEY(reviewed_by) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE notes (
	id TEXT NOT NULL, 
	created_at TEXT, 
	created_by TEXT, 
	changed_at TEXT, 
	changed_by TEXT, 
	deleted_at TEXT, 
	workshop TEXT NOT NULL, 
	session TEXT, 
	kind TEXT NOT NULL, 
	text TEXT NOT NULL, 
	private BOOLEAN NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_notes PRIMARY KEY (id), 
	CONSTRAINT fk_notes_workshop FOREIGN KEY(workshop) REFERENCES workshops (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_notes_session FOREIGN KEY(session) REFERENCES sessions (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE organisations (
	id TEXT NOT NULL, 
	created_at TEXT, 
	created_by TEXT, 
	changed_at TEXT, 
	changed_by TEXT, 
	deleted_at TEXT, 
	name TEXT NOT NULL, 
	short TEXT, 
	role TEXT, 
	kind TEXT, 
	country TEXT, 
	contact TEXT, 
	website TEXT, 
	active BOOLEAN NOT NULL, 
	real BOOLEAN NOT NULL, 
	CONSTRAINT pk_organisations PRIMARY KEY (id)
);
CREATE TABLE parking_lot (
	id TEXT NOT NULL, 
	created_at TEXT, 
	created_by TEXT, 
	changed_at TEXT, 
	changed_by TEXT, 
	deleted_at TEXT, 
	workshop TEXT NOT NULL, 
	session TEXT, 
	text TEXT NOT NULL, 
	raised_by TEXT, 
	outcome TEXT, 
	linked TEXT, 
	CONSTRAINT pk_parking_lot PRIMARY KEY (id), 
	CONSTRAINT fk_parking_lot_workshop FOREIGN KEY(workshop) REFERENCES workshops (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_parking_lot_session FOREIGN KEY(session) REFERENCES sessions (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_parking_lot_raised_by FOREIGN KEY(raised_by) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE people (
	id TEXT NOT NULL, 
	created_at TEXT, 
	created_by TEXT, 
	changed_at TEXT, 
	changed_by TEXT, 
	deleted_at TEXT, 
	full_name TEXT NOT NULL, 
	organisation TEXT, 
	sex TEXT, 
	age_band TEXT, 
	position TEXT, 
	municipality TEXT, 
	country TEXT, 
	phone TEXT, 
	email TEXT, 
	first_time BOOLEAN, 
	workshop_roles TEXT NOT NULL, 
	anonymised BOOLEAN NOT NULL, 
	CONSTRAINT pk_people PRIMARY KEY (id), 
	CONSTRAINT fk_people_organisation FOREIGN KEY(organisation) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE photo_contents (
	id TEXT NOT NULL, 
	created_at TEXT, 
	created_by TEXT, 
	changed_at TEXT, 
	changed_by TEXT, 
	deleted_at TEXT, 
	photo TEXT NOT NULL, 
	content TEXT NOT NULL, 
	CONSTRAINT pk_photo_contents PRIMARY KEY (id), 
	CONSTRAINT fk_photo_contents_photo FOREIGN KEY(photo) REFERENCES photos (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE photos (
	id TEXT NOT NULL, 
	created_at TEXT, 
	created_by TEXT, 
	changed_at TEXT, 
	changed_by TEXT, 
	deleted_at TEXT, 
	workshop TEXT NOT NULL, 
	session TEXT, 
	"of" TEXT, 
	caption TEXT, 
	file_name TEXT NOT NULL, 
	media_type TEXT NOT NULL, 
	taken_at TEXT, 
	people TEXT NOT NULL, 
	CONSTRAINT pk_photos PRIMARY KEY (id), 
	CONSTRAINT fk_photos_workshop FOREIGN KEY(workshop) REFERENCES workshops (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_photos_session FOREIGN KEY(session) REFERENCES sessions (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE principle_assessments (
	id TEXT NOT NULL, 
	created_at TEXT, 
	created_by TEXT, 
	changed_at TEXT, 
	changed_by TEXT, 
	deleted_at TEXT, 
	"case" TEXT NOT NULL, 
	date TEXT, 
	method TEXT, 
	scale TEXT NOT NULL, 
	scores TEXT NOT NULL, 
	CONSTRAINT pk_principle_assessments PRIMARY KEY (id), 
	CONSTRAINT fk_principle_assessments_case FOREIGN KEY("case") REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE prototypes (
	id TEXT NOT NULL, 
	created_at TEXT, 
	created_by TEXT, 
	changed_at TEXT, 
	changed_by TEXT, 
	deleted_at TEXT, 
	"case" TEXT NOT NULL, 
	title TEXT, 
	owner TEXT, 
	iteration INTEGER NOT NULL, 
	stage TEXT NOT NULL, 
	started TEXT, 
	planned_review TEXT, 
	answers TEXT NOT NULL, 
	CONSTRAINT pk_prototypes PRIMARY KEY (id), 
	CONSTRAINT fk_prototypes_case FOREIGN KEY("case") REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_prototypes_owner FOREIGN KEY(owner) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE reflections (
	id TEXT NOT NULL, 
	created_at TEXT, 
	created_by TEXT, 
	changed_at TEXT, 
	changed_by TEXT, 
	deleted_at TEXT, 
	workshop TEXT NOT NULL, 
	session TEXT, 
	"case" TEXT, 
	recorded_by TEXT, 
	group_size INTEGER, 
	attribution TEXT NOT NULL, 
	attributed_to TEXT, 
	attributed_person TEXT, 
	action TEXT NOT NULL, 
	context TEXT, 
	expected_result TEXT, 
	expected_indicator TEXT, 
	expected_target TEXT, 
	actual_result TEXT, 
	actual_value TEXT, 
	actual_source TEXT, 
	gap TEXT NOT NULL, 
	evidence TEXT NOT NULL, 
	first_loop TEXT NOT NULL, 
	second_loop TEXT NOT NULL, 
	third_loop TEXT NOT NULL, 
	review TEXT, 
	CONSTRAINT pk_reflections PRIMARY KEY (id), 
	CONSTRAINT fk_reflections_workshop FOREIGN KEY(workshop) REFERENCES workshops (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_reflections_session FOREIGN KEY(session) REFERENCES sessions (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_reflections_case FOREIGN KEY("case") REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_reflections_recorded_by FOREIGN KEY(recorded_by) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_reflections_attributed_to FOREIGN KEY(attributed_to) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_reflections_attributed_person FOREIGN KEY(attributed_person) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_reflections_expected_indicator FOREIGN KEY(expected_indicator) REFERENCES indicators (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE sessions (
	id TEXT NOT NULL, 
	created_at TEXT, 
	created_by TEXT, 
	changed_at TEXT, 
	changed_by TEXT, 
	deleted_at TEXT, 
	workshop TEXT NOT NULL, 
	date TEXT NOT NULL, 
	planned_start TEXT, 
	planned_minutes INTEGER NOT NULL, 
	shortest_minutes INTEGER, 
	type TEXT NOT NULL, 
	title TEXT NOT NULL, 
	objective TEXT, 
	method TEXT, 
	instructions TEXT, 
	facilitator_notes TEXT, 
	grouping TEXT, 
	materials TEXT NOT NULL, 
	responsible TEXT, 
	expected_outputs TEXT NOT NULL, 
	locked BOOLEAN NOT NULL, 
	priority TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	status TEXT NOT NULL, 
	actual_start TEXT, 
	actual_end TEXT, 
	conclusion TEXT, steps TEXT DEFAULT '[]' NOT NULL, current_step INTEGER, step_started TEXT, 
	CONSTRAINT pk_sessions PRIMARY KEY (id), 
	CONSTRAINT fk_sessions_workshop FOREIGN KEY(workshop) REFERENCES workshops (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_sessions_responsible FOREIGN KEY(responsible) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE speaking_turns (
	id TEXT NOT NULL, 
	created_at TEXT, 
	created_by TEXT, 
	changed_at TEXT, 
	changed_by TEXT, 
	deleted_at TEXT, 
	workshop TEXT NOT NULL, 
	session TEXT NOT NULL, 
	organisation TEXT, 
	person TEXT, 
	name TEXT, 
	shares TEXT, 
	position INTEGER NOT NULL, 
	spoken TEXT NOT NULL, 
	done BOOLEAN NOT NULL, 
	CONSTRAINT pk_speaking_turns PRIMARY KEY (id), 
	CONSTRAINT fk_speaking_turns_workshop FOREIGN KEY(workshop) REFERENCES workshops (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_speaking_turns_session FOREIGN KEY(session) REFERENCES sessions (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_speaking_turns_organisation FOREIGN KEY(organisation) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_speaking_turns_person FOREIGN KEY(person) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE starting_material (
	id TEXT NOT NULL, 
	created_at TEXT, 
	created_by TEXT, 
	changed_at TEXT, 
	changed_by TEXT, 
	deleted_at TEXT, 
	workshop TEXT NOT NULL, 
	output TEXT NOT NULL, 
	state TEXT NOT NULL, 
	changed_since TEXT, 
	CONSTRAINT pk_starting_material PRIMARY KEY (id), 
	CONSTRAINT fk_starting_material_workshop FOREIGN KEY(workshop) REFERENCES workshops (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE theories_of_change (
	id TEXT NOT NULL, 
	created_at TEXT, 
	created_by TEXT, 
	changed_at TEXT, 
	changed_by TEXT, 
	deleted_at TEXT, 
	cycle TEXT, 
	version INTEGER NOT NULL, 
	date TEXT, 
	narrative TEXT, 
	impact TEXT, 
	elements TEXT NOT NULL, 
	links TEXT NOT NULL, 
	risks TEXT NOT NULL, 
	CONSTRAINT pk_theories_of_change PRIMARY KEY (id), 
	CONSTRAINT fk_theories_of_change_cycle FOREIGN KEY(cycle) REFERENCES cycles (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE timer_transitions (
	id TEXT NOT NULL, 
	created_at TEXT, 
	created_by TEXT, 
	changed_at TEXT, 
	changed_by TEXT, 
	deleted_at TEXT, 
	workshop TEXT NOT NULL, 
	session TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	at TEXT NOT NULL, 
	seconds INTEGER NOT NULL, 
	CONSTRAINT pk_timer_transitions PRIMARY KEY (id), 
	CONSTRAINT fk_timer_transitions_workshop FOREIGN KEY(workshop) REFERENCES workshops (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_timer_transitions_session FOREIGN KEY(session) REFERENCES sessions (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE votes (
	id TEXT NOT NULL, 
	created_at TEXT, 
	created_by TEXT, 
	changed_at TEXT, 
	changed_by TEXT, 
	deleted_at TEXT, 
	workshop TEXT NOT NULL, 
	board TEXT NOT NULL, 
	"on" TEXT NOT NULL, 
	dots INTEGER NOT NULL, 
	voter TEXT, 
	organisation TEXT, 
	CONSTRAINT pk_votes PRIMARY KEY (id), 
	CONSTRAINT fk_votes_workshop FOREIGN KEY(workshop) REFERENCES workshops (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_votes_board FOREIGN KEY(board) REFERENCES boards (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_votes_voter FOREIGN KEY(voter) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_votes_organisation FOREIGN KEY(organisation) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE work_plan (
	id TEXT NOT NULL, 
	created_at TEXT, 
	created_by TEXT, 
	changed_at TEXT, 
	changed_by TEXT, 
	deleted_at TEXT, 
	cycle TEXT, 
	workshop TEXT, 
	code TEXT, 
	objective TEXT, 
	activity TEXT NOT NULL, 
	output TEXT, 
	responsible TEXT, 
	responsible_person TEXT, 
	support TEXT NOT NULL, 
	"case" TEXT, 
	start TEXT, 
	due TEXT, 
	status TEXT NOT NULL, 
	status_reason TEXT, 
	progress_percent INTEGER NOT NULL, 
	resources TEXT NOT NULL, 
	budget TEXT, 
	means_of_verification TEXT NOT NULL, 
	indicator TEXT, 
	follow_up TEXT, 
	agreement TEXT, 
	origin TEXT, 
	notes TEXT, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_work_plan PRIMARY KEY (id), 
	CONSTRAINT fk_work_plan_cycle FOREIGN KEY(cycle) REFERENCES cycles (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_work_plan_workshop FOREIGN KEY(workshop) REFERENCES workshops (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_work_plan_responsible FOREIGN KEY(responsible) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_work_plan_responsible_person FOREIGN KEY(responsible_person) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_work_plan_case FOREIGN KEY("case") REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_work_plan_indicator FOREIGN KEY(indicator) REFERENCES indicators (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_work_plan_agreement FOREIGN KEY(agreement) REFERENCES agreements (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE workshops (
	id TEXT NOT NULL, 
	created_at TEXT, 
	created_by TEXT, 
	changed_at TEXT, 
	changed_by TEXT, 
	deleted_at TEXT, 
	cycle TEXT, 
	number INTEGER, 
	title TEXT NOT NULL, 
	type TEXT NOT NULL, 
	status TEXT NOT NULL, 
	language TEXT NOT NULL, 
	languages TEXT NOT NULL, 
	start TEXT, 
	"end" TEXT, 
	planned_month TEXT, 
	actual TEXT, 
	city TEXT, 
	country TEXT, 
	venue TEXT, 
	time_zone TEXT, 
	facilitating_organisation TEXT, 
	participants_expected INTEGER, 
	link_tool_in_focus INTEGER, 
	objectives TEXT NOT NULL, 
	expected_outputs TEXT NOT NULL, 
	developments TEXT NOT NULL, 
	summary TEXT, 
	file_id TEXT, 
	CONSTRAINT pk_workshops PRIMARY KEY (id), 
	CONSTRAINT fk_workshops_cycle FOREIGN KEY(cycle) REFERENCES cycles (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_workshops_facilitating_organisation FOREIGN KEY(facilitating_organisation) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_alliances_promoted_by ON alliances (promoted_by) WHERE promoted_by IS NOT NULL;
CREATE INDEX ix_people_organisation ON people (organisation) WHERE organisation IS NOT NULL;
CREATE INDEX ix_consents_person ON consents (person);
CREATE INDEX ix_cycles_alliance ON cycles (alliance) WHERE alliance IS NOT NULL;
CREATE INDEX ix_cycles_funder ON cycles (funder) WHERE funder IS NOT NULL;
CREATE INDEX ix_memberships_organisation ON memberships (organisation);
CREATE INDEX ix_memberships_alliance ON memberships (alliance);
CREATE INDEX ix_cases_cycle ON cases (cycle) WHERE cycle IS NOT NULL;
CREATE INDEX ix_cases_partner ON cases (partner) WHERE partner IS NOT NULL;
CREATE INDEX ix_theories_of_change_cycle ON theories_of_change (cycle) WHERE cycle IS NOT NULL;
CREATE INDEX ix_workshops_cycle ON workshops (cycle) WHERE cycle IS NOT NULL;
CREATE INDEX ix_workshops_facilitating_organisation ON workshops (facilitating_organisation) WHERE facilitating_organisation IS NOT NULL;
CREATE INDEX ix_attendance_workshop ON attendance (workshop);
CREATE INDEX ix_attendance_person ON attendance (person);
CREATE INDEX ix_budget_revisions_cycle ON budget_revisions (cycle) WHERE cycle IS NOT NULL;
CREATE INDEX ix_budget_revisions_workshop ON budget_revisions (workshop) WHERE workshop IS NOT NULL;
CREATE INDEX ix_budget_revisions_approved_by ON budget_revisions (approved_by) WHERE approved_by IS NOT NULL;
CREATE INDEX ix_canvases_case ON canvases ("case");
CREATE INDEX ix_card_kinds_workshop ON card_kinds (workshop, position);
CREATE INDEX ix_chain_maps_case ON chain_maps ("case");
CREATE INDEX ix_indicators_cycle ON indicators (cycle) WHERE cycle IS NOT NULL;
CREATE INDEX ix_indicators_case ON indicators ("case") WHERE "case" IS NOT NULL;
CREATE INDEX ix_indicators_responsible ON indicators (responsible) WHERE responsible IS NOT NULL;
CREATE INDEX ix_minutes_workshop ON minutes (workshop);
CREATE INDEX ix_minutes_prepared_by ON minutes (prepared_by) WHERE prepared_by IS NOT NULL;
CREATE INDEX ix_minutes_reviewed_by ON minutes (reviewed_by) WHERE reviewed_by IS NOT NULL;
CREATE INDEX ix_principle_assessments_case ON principle_assessments ("case");
CREATE INDEX ix_prototypes_case ON prototypes ("case");
CREATE INDEX ix_prototypes_owner ON prototypes (owner) WHERE owner IS NOT NULL;
CREATE INDEX ix_sessions_workshop ON sessions (workshop, position);
CREATE INDEX ix_sessions_responsible ON sessions (responsible) WHERE responsible IS NOT NULL;
CREATE INDEX ix_starting_material_workshop ON starting_material (workshop);
CREATE INDEX ix_starting_material_output ON starting_material (output);
CREATE INDEX ix_agreements_workshop ON agreements (workshop);
CREATE INDEX ix_agreements_session ON agreements (session) WHERE session IS NOT NULL;
CREATE INDEX ix_agreements_responsible ON agreements (responsible) WHERE responsible IS NOT NULL;
CREATE INDEX ix_agreements_responsible_person ON agreements (responsible_person) WHERE responsible_person IS NOT NULL;
CREATE INDEX ix_agreements_source ON agreements (source) WHERE source IS NOT NULL;
CREATE INDEX ix_boards_workshop ON boards (workshop);
CREATE INDEX ix_boards_session ON boards (session, position);
CREATE INDEX ix_evaluations_workshop ON evaluations (workshop);
CREATE INDEX ix_evaluations_session ON evaluations (session) WHERE session IS NOT NULL;
CREATE INDEX ix_hypotheses_iteration ON hypotheses (iteration, position);
CREATE INDEX ix_hypotheses_indicator ON hypotheses (indicator) WHERE indicator IS NOT NULL;
CREATE INDEX ix_hypotheses_carried_from ON hypotheses (carried_from) WHERE carried_from IS NOT NULL;
CREATE INDEX ix_measurements_indicator ON measurements (indicator);
CREATE INDEX ix_measurements_case ON measurements ("case") WHERE "case" IS NOT NULL;
CREATE INDEX ix_measurements_entered_by ON measurements (entered_by) WHERE entered_by IS NOT NULL;
CREATE INDEX ix_notes_workshop ON notes (workshop, position);
CREATE INDEX ix_notes_session ON notes (session) WHERE session IS NOT NULL;
CREATE INDEX ix_parking_lot_workshop ON parking_lot (workshop);
CREATE INDEX ix_parking_lot_session ON parking_lot (session) WHERE session IS NOT NULL;
CREATE INDEX ix_parking_lot_raised_by ON parking_lot (raised_by) WHERE raised_by IS NOT NULL;
CREATE INDEX ix_parking_lot_linked ON parking_lot (linked) WHERE linked IS NOT NULL;
CREATE INDEX ix_photos_workshop ON photos (workshop);
CREATE INDEX ix_photos_session ON photos (session) WHERE session IS NOT NULL;
CREATE INDEX ix_photos_of ON photos ("of") WHERE "of" IS NOT NULL;
CREATE INDEX ix_reflections_workshop ON reflections (workshop);
CREATE INDEX ix_reflections_session ON reflections (session) WHERE session IS NOT NULL;
CREATE INDEX ix_reflections_case ON reflections ("case") WHERE "case" IS NOT NULL;
CREATE INDEX ix_reflections_recorded_by ON reflections (recorded_by) WHERE recorded_by IS NOT NULL;
CREATE INDEX ix_reflections_attributed_to ON reflections (attributed_to) WHERE attributed_to IS NOT NULL;
CREATE INDEX ix_reflections_attributed_person ON reflections (attributed_person) WHERE attributed_person IS NOT NULL;
CREATE INDEX ix_reflections_expected_indicator ON reflections (expected_indicator) WHERE expected_indicator IS NOT NULL;
CREATE INDEX ix_timer_transitions_workshop ON timer_transitions (workshop);
CREATE INDEX ix_timer_transitions_session ON timer_transitions (session);
CREATE INDEX ix_assumptions_theory_of_change ON assumptions (theory_of_change) WHERE theory_of_change IS NOT NULL;
CREATE INDEX ix_assumptions_previous ON assumptions (previous) WHERE previous IS NOT NULL;
CREATE INDEX ix_assumptions_revised_by ON assumptions (revised_by) WHERE revised_by IS NOT NULL;
CREATE INDEX ix_clusters_workshop ON clusters (workshop);
CREATE INDEX ix_clusters_board ON clusters (board, position);
CREATE INDEX ix_clusters_inside ON clusters (inside) WHERE inside IS NOT NULL;
CREATE INDEX ix_photo_contents_photo ON photo_contents (photo);
CREATE INDEX ix_votes_workshop ON votes (workshop);
CREATE INDEX ix_votes_board ON votes (board);
CREATE INDEX ix_votes_on ON votes ("on");
CREATE INDEX ix_votes_voter ON votes (voter) WHERE voter IS NOT NULL;
CREATE INDEX ix_votes_organisation ON votes (organisation) WHERE organisation IS NOT NULL;
CREATE INDEX ix_work_plan_cycle ON work_plan (cycle) WHERE cycle IS NOT NULL;
CREATE INDEX ix_work_plan_workshop ON work_plan (workshop) WHERE workshop IS NOT NULL;
CREATE INDEX ix_work_plan_responsible ON work_plan (responsible) WHERE responsible IS NOT NULL;
CREATE INDEX ix_work_plan_responsible_person ON work_plan (responsible_person) WHERE responsible_person IS NOT NULL;
CREATE INDEX ix_work_plan_case ON work_plan ("case") WHERE "case" IS NOT NULL;
CREATE INDEX ix_work_plan_indicator ON work_plan (indicator) WHERE indicator IS NOT NULL;
CREATE INDEX ix_work_plan_agreement ON work_plan (agreement) WHERE agreement IS NOT NULL;
CREATE INDEX ix_cards_workshop ON cards (workshop);
CREATE INDEX ix_cards_board ON cards (board, position);
CREATE INDEX ix_cards_cluster ON cards (cluster) WHERE cluster IS NOT NULL;
CREATE INDEX ix_cards_own_kind ON cards (own_kind) WHERE own_kind IS NOT NULL;
CREATE INDEX ix_cards_author ON cards (author) WHERE author IS NOT NULL;
CREATE INDEX ix_cards_organisation ON cards (organisation) WHERE organisation IS NOT NULL;
CREATE INDEX ix_cards_merged_into ON cards (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX ix_contributions_work_item ON contributions (work_item);
CREATE INDEX ix_contributions_organisation ON contributions (organisation);
CREATE INDEX ix_follow_ups_work_item ON follow_ups (work_item) WHERE work_item IS NOT NULL;
CREATE INDEX ix_follow_ups_case ON follow_ups ("case") WHERE "case" IS NOT NULL;
CREATE INDEX ix_follow_ups_reviewer ON follow_ups (reviewer) WHERE reviewer IS NOT NULL;
CREATE INDEX ix_change_log_operation ON change_log (operation);
CREATE INDEX ix_change_log_record ON change_log (record);
CREATE INDEX ix_speaking_turns_workshop ON speaking_turns (workshop);
CREATE INDEX ix_speaking_turns_session ON speaking_turns (session, position);
CREATE INDEX ix_speaking_turns_organisation ON speaking_turns (organisation) WHERE organisation IS NOT NULL;
CREATE INDEX ix_speaking_turns_person ON speaking_turns (person) WHERE person IS NOT NULL;
