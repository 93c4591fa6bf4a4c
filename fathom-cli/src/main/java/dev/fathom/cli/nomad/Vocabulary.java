package dev.fathom.cli.nomad;

import dev.fathom.algorithms.mads.Parameter;
import dev.fathom.algorithms.mads.Parameters;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The names and words of NOMAD that [Parameters] does not have: those that say the same as one of its rows, and those
/// that have no meaning here.
final class Vocabulary {

    /// Earlier names, and names of what is one parameter here.
    private static final Map<String, String> RENAMED = Map.ofEntries(
            Map.entry("F_TARGET", "OBJECTIVE_TARGET"),
            Map.entry("INITIAL_POLL_SIZE", "INITIAL_FRAME_SIZE"),
            Map.entry("MIN_POLL_SIZE", "MIN_FRAME_SIZE"),
            Map.entry("VNS_SEARCH", "VNS_MADS_SEARCH"),
            Map.entry("OPPORTUNISTIC_EVAL", "EVAL_OPPORTUNISTIC"),
            Map.entry("SEC_POLL_DIR_TYPE", "DIRECTION_TYPE_SECONDARY_POLL"),
            Map.entry("NB_THREADS_OPENMP", "NB_THREADS_PARALLEL_EVAL"),
            Map.entry("NM_SEARCH_DELTA_E", "NM_DELTA_E"),
            Map.entry("NM_SEARCH_DELTA_IC", "NM_DELTA_IC"),
            Map.entry("NM_SEARCH_DELTA_OC", "NM_DELTA_OC"),
            Map.entry("NM_SEARCH_GAMMA", "NM_GAMMA"),
            Map.entry("NM_SEARCH_OPPORTUNISTIC", "NM_SEARCH_STOP_ON_SUCCESS"),
            Map.entry("NM_SEARCH_INCLUDE_FACTOR", "NM_SIMPLEX_INCLUDE_FACTOR"),
            Map.entry("MODEL_SEARCH", "QUAD_MODEL_SEARCH"),
            Map.entry("MODEL_QUAD_MAX_Y_SIZE", "QUAD_MODEL_MAX_POINTS"),
            Map.entry("SGTELIB_MAX_POINTS_FOR_MODEL", "QUAD_MODEL_MAX_POINTS"),
            Map.entry("RANDOM_EVAL_SORT", "EVAL_QUEUE_SORT"),
            Map.entry("DISABLE", "QUAD_MODEL_SEARCH"));

    /// Words that are written otherwise here, by the name of their parameter.
    private static final Map<String, Map<String, String>> WORDS = Map.of(
            "EVAL_QUEUE_SORT",
                    Map.of(
                            "LAST_SUCCESS", "DIR_LAST_SUCCESS",
                            "QUAD_MODEL", "QUADRATIC_MODEL",
                            "YES", "RANDOM",
                            "TRUE", "RANDOM",
                            "NO", "QUADRATIC_MODEL",
                            "FALSE", "QUADRATIC_MODEL"),
            "SGTELIB_MODEL_FORMULATION",
                    Map.of("FSP", "FS", "EIS", "EFI", "EFIS", "EFI", "EFIM", "EFI", "EFIC", "EFI", "PFI", "EFI"),
            "QUAD_MODEL_SEARCH", Map.of("QUADRATIC", "yes", "SGTELIB", "no", "MODELS", "no", "EVAL_SORT", "yes"),
            "DIRECTION_TYPE", Map.of("ORTHO", "ORTHO N+1 QUAD", "ORTHO N+1", "ORTHO N+1 QUAD", "ORTHO 1", "SINGLE"),
            "DIRECTION_TYPE_SECONDARY_POLL", Map.of("ORTHO 1", "SINGLE", "ORTHO 2", "DOUBLE"),
            "SEED", Map.of("NONE", "-1", "DIFF", "-1"));

    private static final Set<String> WITHOUT_EFFECT = Set.of("""
            ASYNCHRONOUS BB_EVAL_FORMAT BB_INPUT_INCLUDE_SEED BB_INPUT_INCLUDE_TAG CACHE_SAVE_PERIOD CACHE_SEARCH
            CACHE_SIZE_MAX CLOSED_BRACE COOP_MADS_NB_PROBLEM COOP_MADS_OPTIMIZATION
            COOP_MADS_OPTIMIZATION_CACHE_SEARCH DISCO_MADS_DETECTION_RADIUS DISCO_MADS_EXCLUSION_RADIUS
            DISCO_MADS_HID_CONST DISCO_MADS_HID_CONST_OUTPUT_VALUE DISCO_MADS_LIMIT_RATE DISCO_MADS_OPTIMIZATION
            DISCO_MADS_REVEALING_POLL_NB_POINTS DISCO_MADS_REVEALING_POLL_RADIUS DISPLAY_HEADER
            DISPLAY_MAX_STEP_LEVEL DMULTIMADS_EXPANSIONINT_LINESEARCH DMULTIMADS_MIDDLEPOINT_SEARCH
            DMULTIMADS_MIDDLEPOINT_SEARCH_CACHE_MAX DMULTIMADS_NM_STRATEGY DMULTIMADS_QMS_PRIOR_COMBINE_OBJ
            DMULTIMADS_QUAD_MODEL_STRATEGY EPSILON EVAL_QUEUE_CLEAR EVAL_STATS_FILE EVAL_SURROGATE_COST
            EVAL_SURROGATE_OPTIMIZATION EXTENDED_POLL_ENABLED EXTENDED_POLL_TRIGGER HAS_SGTE HOT_RESTART_FILE
            HOT_RESTART_ON_USER_INTERRUPT HOT_RESTART_READ_FILES HOT_RESTART_WRITE_FILES INF_STR INITIAL_MESH_INDEX
            INTENSIFICATION_TYPE INT_POLL_DIR_TYPES L_CURVE_TARGET MAX_CACHE_MEMORY
            MAX_CONSECUTIVE_FAILED_ITERATIONS MAX_EVAL_INTENSIFICATION MAX_ITERATION_PER_MEGAITERATION MAX_SGTE_EVAL
            MAX_SIM_BB_EVAL MAX_SURROGATE_EVAL_OPTIMIZATION MESH_COARSENING_EXPONENT MESH_REFINING_EXPONENT
            MESH_TYPE MESH_UPDATE_BASIS MODEL_EVAL_SORT MODEL_EVAL_SORT_CAUTIOUS MODEL_MAX_BLOCK_SIZE MODEL_MAX_EVAL
            MODEL_NP1_QUAD_EPSILON MODEL_QUAD_MIN_Y_SIZE MODEL_QUAD_RADIUS_FACTOR MODEL_QUAD_USE_WP
            MODEL_RADIUS_FACTOR MODEL_SEARCH_MAX_TRIAL_PTS MODEL_SEARCH_OPPORTUNISTIC MODEL_SEARCH_OPTIMISTIC
            MODEL_SEARCH_PROJ_TO_MESH MULTI_FORMULATION MULTI_F_BOUNDS MULTI_NB_MADS_RUNS MULTI_OVERALL_BB_EVAL
            MULTI_USE_DELTA_CRIT NEIGHBORS_EXE NM_SEARCH_INIT_Y_BEST_VON NM_SEARCH_INIT_Y_ITER NM_SEARCH_INTENSIVE
            NM_SEARCH_MAX_TRIAL_PTS NM_SEARCH_MIN_SIMPLEX_VOL NM_SEARCH_SCALED_DZ NM_SEARCH_USE_ONLY_Y
            NM_SEARCH_USE_SHORT_Y0 NM_SIMPLEX_INCLUDE_LENGTH OBJ_WIDTH OPEN_BRACE OPPORTUNISTIC_CACHE_SEARCH
            OPPORTUNISTIC_LH OPPORTUNISTIC_LUCKY_EVAL OPPORTUNISTIC_MIN_EVAL OPPORTUNISTIC_MIN_F_IMPRVMT
            OPPORTUNISTIC_MIN_NB_SUCCESS OPT_ONLY_SGTE PERIODIC_VARIABLE POINT_DISPLAY_LIMIT POINT_FORMAT
            POLL_UPDATE_BASIS PROBLEM_DIR PSD_MADS_ORIGINAL PSD_MADS_SUBPROBLEM_MAX_BB_EVAL QP_ABSOLUTETOL
            QP_AUGLAG_ETA0 QP_AUGLAG_MAXITERINNER QP_AUGLAG_MAXSUCCESSIVFAIL QP_AUGLAG_MU0 QP_AUGLAG_MUDECREASE
            QP_AUGLAG_OMEGA0 QP_AUGLAG_SUCCESSRATIO QP_AUGLAG_TOLDISTDXINNER QP_MAXITER QP_OPTIMIZATION
            QP_RELATIVETOL QP_SEARCH QP_SEARCH_MODEL_BOX_SIZE_LIMIT QP_SELECTALGO QP_TOLCOND QP_TOLDISTDX QP_TOLMESH
            QP_VERBOSE QP_VERBOSEFULL QUAD_MODEL_DISPLAY QUAD_MODEL_MAX_BLOCK_SIZE QUAD_MODEL_SEARCH_FORCE_EB
            QUAD_MODEL_SEARCH_SIMPLE_MADS RANDOM_ALGO_DUMMY_FACTOR RANDOM_ALGO_OPTIMIZATION RANDOM_ALGO_SEARCH
            REJECT_UNKNOWN_PARAMETERS RNG_ALT_SEEDING ROBUST_MADS ROBUST_MADS_STANDARD_DEV_FACTOR SCALING SET_FILE
            SET_FILE_NAME SGTELIB_MIN_POINTS_FOR_MODEL SGTELIB_MODEL_CANDIDATES_NB SGTELIB_MODEL_DEFINITION
            SGTELIB_MODEL_DISPLAY SGTELIB_MODEL_EVAL SGTELIB_MODEL_EVAL_NB SGTELIB_MODEL_EXCLUSION_AREA
            SGTELIB_MODEL_FEASIBILITY SGTELIB_MODEL_FILTER SGTELIB_MODEL_MAX_BLOCK_SIZE SGTELIB_MODEL_MAX_EVAL
            SGTELIB_MODEL_RADIUS_FACTOR SGTELIB_MODEL_SEARCH_CANDIDATES_NB SGTELIB_MODEL_SEARCH_EXCLUSION_AREA
            SGTELIB_MODEL_SEARCH_FILTER SGTELIB_MODEL_SEARCH_TRIALS SGTELIB_MODEL_TRIALS SGTE_CACHE_FILE SGTE_COST
            SGTE_EVAL_SORT SGTE_EXE SNAP_TO_BOUNDS SOL_FORMAT SSD_MADS_OPTIMIZATION SUBPROBLEM_MAX_BB_EVAL
            SURROGATE_EXE SURROGATE_MAX_BLOCK_SIZE SYSTEM_FILE_NAME TREND_MATRIX TREND_MATRIX_BASIC_LINE_SEARCH
            TREND_MATRIX_EVAL_SORT UNDEF_STR USER_CALLS_ENABLED USER_SEARCH USE_IBEX VNS_MADS_SEARCH_WITH_SURROGATE
            """.strip().split("\\s+", -1));

    private Vocabulary() {}

    /// The line in the words of [Parameters].
    static Line modern(Line line) {
        String name = RENAMED.getOrDefault(line.name(), line.name());
        String word = line.text().toUpperCase(Locale.ROOT).strip().replaceAll("\\s+", " ");
        String text = WORDS.getOrDefault(name, Map.of()).getOrDefault(word, line.text());
        return new Line(name, name.equals("DISPLAY_DEGREE") ? degree(text) : text, line.number());
    }

    /// Four digits were a degree for each kind of step; there is one degree here.
    private static String degree(String text) {
        return text.matches("\\d{4}") ? text.substring(0, 1) : text;
    }

    /// Whether NOMAD has a parameter of this name that means nothing here.
    static boolean hasNoEffect(String name) {
        return WITHOUT_EFFECT.contains(name);
    }

    /// All names that may stand in a file.
    static Set<String> names() {
        Set<String> names = new TreeSet<>(WITHOUT_EFFECT);
        names.addAll(RENAMED.keySet());
        List<Parameter<?>> rows = Parameters.all();
        rows.forEach(row -> names.add(row.name()));
        return Collections.unmodifiableSet(names);
    }
}
