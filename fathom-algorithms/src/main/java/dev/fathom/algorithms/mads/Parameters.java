package dev.fathom.algorithms.mads;

import static dev.fathom.algorithms.mads.Format.perVariable;
import static dev.fathom.algorithms.mads.Format.real;
import static dev.fathom.algorithms.mads.Format.sequence;
import static dev.fathom.algorithms.mads.Format.whole;

import dev.fathom.algorithms.mads.Choices.DirectionSource;
import dev.fathom.algorithms.mads.Choices.ModelSolver;
import dev.fathom.algorithms.mads.Choices.QueueSort;
import dev.fathom.algorithms.mads.Choices.SurrogateFormulation;
import dev.fathom.algorithms.mads.Choices.ViolationNorm;
import dev.fathom.algorithms.mads.Parameter.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/// The table of all parameters: names, types, defaults, ranges and help. Validation, parameter files and the
/// documentation are made of it. Names and defaults are those of NOMAD 4 (Audet, Le Digabel, Rochon Montplaisir,
/// Tribes,
/// "Algorithm 1027: NOMAD version 4", ACM TOMS 2022) where it has them.
public final class Parameters {

    private static final long MANY = Long.MAX_VALUE;
    private static final double INF = Double.POSITIVE_INFINITY;
    private static final Table TABLE = new Table();

    private Parameters() {}

    /// Collects the rows in the order of their definition.
    private static final class Table {
        private final Map<String, Parameter<?>> rows = new TreeMap<>();
        private final List<Parameter<?>> order = new ArrayList<>();

        <T> Parameter<T> add(Subject subject, String name, Format<T> format, T standard, String help) {
            Parameter<T> row = new Parameter<>(name, format, standard, subject, help);
            rows.put(name, row);
            order.add(row);
            return row;
        }

        Parameter<Boolean> flag(Subject subject, String name, boolean standard, String help) {
            return add(subject, name, Format.flag(), standard, help);
        }
    }

    // ---- problem ----

    public static final Parameter<Long> DIMENSION =
            TABLE.add(Subject.PROBLEM, "DIMENSION", whole(1, Integer.MAX_VALUE), 1L, "Number of variables.");
    public static final Parameter<String> BB_EXE = TABLE.add(
            Subject.PROBLEM,
            "BB_EXE",
            Format.text(),
            "",
            "The black box: a program that is given the name of a file with the variables and prints the outputs. A"
                    + " leading $ keeps a word from being taken as a file beside the parameter file.");
    public static final Parameter<List<OutputType>> BB_OUTPUT_TYPE = TABLE.add(
            Subject.PROBLEM,
            "BB_OUTPUT_TYPE",
            OutputType.format(),
            List.of(OutputType.OBJ),
            "What the outputs of the black box are, in order. Constraints are satisfied where they are at most 0.");
    public static final Parameter<String> BB_INPUT_TYPE = TABLE.add(
            Subject.PROBLEM,
            "BB_INPUT_TYPE",
            Format.text(),
            "* R",
            "Types of the variables: R real, I integer, B binary; ( R I B … ) or * R or i-j I.");
    public static final Parameter<Boolean> BB_REDIRECTION = TABLE.flag(
            Subject.PROBLEM,
            "BB_REDIRECTION",
            true,
            "Whether the outputs are printed; otherwise the black box writes them to a file that is named like its input"
                    + " with .output added.");
    public static final Parameter<String> X0 =
            TABLE.add(Subject.PROBLEM, "X0", Format.text(), "", "Starting points: values or the name of a file.");
    public static final Parameter<PerVariable> LOWER_BOUND =
            TABLE.add(Subject.PROBLEM, "LOWER_BOUND", perVariable(-INF, INF), PerVariable.NONE, "Lower bounds.");
    public static final Parameter<PerVariable> UPPER_BOUND =
            TABLE.add(Subject.PROBLEM, "UPPER_BOUND", perVariable(-INF, INF), PerVariable.NONE, "Upper bounds.");
    public static final Parameter<PerVariable> FIXED_VARIABLE = TABLE.add(
            Subject.PROBLEM,
            "FIXED_VARIABLE",
            Format.somePerVariable(INF),
            PerVariable.NONE,
            "Variables that keep a value: i v, or only i for the value of the starting point, which inf stands for.");
    public static final Parameter<PerVariable> GRANULARITY = TABLE.add(
            Subject.PROBLEM,
            "GRANULARITY",
            perVariable(0, INF),
            PerVariable.NONE,
            "Variables are multiples of these numbers; 0 for a continuum. Integers have at least 1.");
    public static final Parameter<List<List<Long>>> VARIABLE_GROUP = TABLE.add(
            Subject.PROBLEM,
            "VARIABLE_GROUP",
            Format.lines(Format.indices()),
            List.of(),
            "Numbers of the variables of a group, one group per line: polls move one group at a time.");

    // ---- run ----

    public static final Parameter<Long> MAX_BB_EVAL =
            TABLE.add(Subject.RUN, "MAX_BB_EVAL", whole(1, MANY), MANY, "Most evaluations of the black box.");
    public static final Parameter<Long> MAX_EVAL = TABLE.add(
            Subject.RUN, "MAX_EVAL", whole(1, MANY), MANY, "Most evaluations, those answered from memory included.");
    public static final Parameter<Long> MAX_BLOCK_EVAL =
            TABLE.add(Subject.RUN, "MAX_BLOCK_EVAL", whole(1, MANY), MANY, "Most blocks of evaluations.");
    public static final Parameter<Long> MAX_ITERATIONS =
            TABLE.add(Subject.RUN, "MAX_ITERATIONS", whole(1, MANY), MANY, "Most iterations.");
    public static final Parameter<Double> MAX_TIME =
            TABLE.add(Subject.RUN, "MAX_TIME", real(0, INF), INF, "Most seconds of wall-clock time.");
    public static final Parameter<Double> OBJECTIVE_TARGET = TABLE.add(
            Subject.RUN, "OBJECTIVE_TARGET", real(-INF, INF), -INF, "The run ends at an objective as low as this.");
    public static final Parameter<Boolean> STOP_IF_FEASIBLE =
            TABLE.flag(Subject.RUN, "STOP_IF_FEASIBLE", false, "Whether to end at the first feasible point.");
    public static final Parameter<Boolean> STOP_IF_PHASE_ONE_SOLUTION = TABLE.flag(
            Subject.RUN,
            "STOP_IF_PHASE_ONE_SOLUTION",
            false,
            "Whether to end at the first point that satisfies all EB constraints.");
    public static final Parameter<Long> SEED =
            TABLE.add(Subject.RUN, "SEED", whole(-1, MANY), 0L, "Seed of the random numbers; -1 draws one.");
    public static final Parameter<Long> NB_THREADS_PARALLEL_EVAL = TABLE.add(
            Subject.RUN,
            "NB_THREADS_PARALLEL_EVAL",
            whole(-1, 100_000),
            1L,
            "Black boxes that run at once; -1 for one per processor.");
    public static final Parameter<String> CACHE_FILE = TABLE.add(
            Subject.RUN, "CACHE_FILE", Format.text(), "", "Where evaluated points are written, and read if it exists.");
    public static final Parameter<String> SOLUTION_FILE =
            TABLE.add(Subject.RUN, "SOLUTION_FILE", Format.text(), "", "Where the best point is written.");
    public static final Parameter<String> STATS_FILE = TABLE.add(
            Subject.RUN,
            "STATS_FILE",
            Format.text(),
            "",
            "A file and what it gets per success: words such as BBE, OBJ, CONS_H, SOL, TIME and text.");
    public static final Parameter<String> HISTORY_FILE =
            TABLE.add(Subject.RUN, "HISTORY_FILE", Format.text(), "", "Where all points and outputs are written.");
    public static final Parameter<Boolean> SOLUTION_FILE_FINAL = TABLE.flag(
            Subject.RUN,
            "SOLUTION_FILE_FINAL",
            false,
            "Whether the solution is written at the end only, rather than at each success.");
    public static final Parameter<Boolean> ADD_SEED_TO_FILE_NAMES = TABLE.flag(
            Subject.RUN,
            "ADD_SEED_TO_FILE_NAMES",
            true,
            "Whether the seed is put before the ending of the names of solution, statistics and history file.");
    public static final Parameter<Boolean> USE_CACHE_FILE_FOR_RERUN = TABLE.flag(
            Subject.RUN,
            "USE_CACHE_FILE_FOR_RERUN",
            false,
            "Whether the points of CACHE_FILE only answer for the black box, rather than being known from the start.");
    public static final Parameter<Long> DISPLAY_DEGREE = TABLE.add(
            Subject.RUN, "DISPLAY_DEGREE", whole(0, 5), 2L, "0 shows nothing, 1 the result, 2 and more also progress.");
    public static final Parameter<Boolean> DISPLAY_ALL_EVAL = TABLE.flag(
            Subject.RUN, "DISPLAY_ALL_EVAL", false, "Whether all evaluations are shown, not only the successes.");
    public static final Parameter<Boolean> DISPLAY_INFEASIBLE =
            TABLE.flag(Subject.RUN, "DISPLAY_INFEASIBLE", true, "Whether points that violate constraints are shown.");
    public static final Parameter<Boolean> DISPLAY_UNSUCCESSFUL =
            TABLE.flag(Subject.RUN, "DISPLAY_UNSUCCESSFUL", false, "Whether points that are no success are shown.");
    public static final Parameter<Boolean> DISPLAY_FAILED =
            TABLE.flag(Subject.RUN, "DISPLAY_FAILED", false, "Whether failed evaluations are shown.");
    public static final Parameter<String> DISPLAY_STATS = TABLE.add(
            Subject.RUN, "DISPLAY_STATS", Format.text(), "BBE OBJ", "What is shown per success, as in STATS_FILE.");
    public static final Parameter<String> TMP_DIR =
            TABLE.add(Subject.RUN, "TMP_DIR", Format.text(), "", "Folder for the files that the black box reads.");

    // ---- mesh ----

    public static final Parameter<PerVariable> INITIAL_FRAME_SIZE = TABLE.add(
            Subject.MESH,
            "INITIAL_FRAME_SIZE",
            perVariable(0, INF),
            PerVariable.NONE,
            "First frame sizes. By default a tenth of the range between two bounds, a tenth of the distance of the start"
                    + " from one bound, a tenth of the size of an unbounded start, or 1.");
    public static final Parameter<PerVariable> INITIAL_MESH_SIZE = TABLE.add(
            Subject.MESH,
            "INITIAL_MESH_SIZE",
            perVariable(0, INF),
            PerVariable.NONE,
            "Gives first frame sizes that are √n times as large, where these are not given.");
    public static final Parameter<PerVariable> MIN_MESH_SIZE = TABLE.add(
            Subject.MESH,
            "MIN_MESH_SIZE",
            perVariable(0, INF),
            PerVariable.NONE,
            "The run ends when the mesh is finer in all continuous variables.");
    public static final Parameter<PerVariable> MIN_FRAME_SIZE = TABLE.add(
            Subject.MESH,
            "MIN_FRAME_SIZE",
            perVariable(0, INF),
            PerVariable.NONE,
            "The run ends when the frame is smaller in all variables.");
    public static final Parameter<Boolean> ANISOTROPIC_MESH = TABLE.flag(
            Subject.MESH, "ANISOTROPIC_MESH", true, "Whether only variables that moved far get a larger frame.");
    public static final Parameter<Double> ANISOTROPY_FACTOR = TABLE.add(
            Subject.MESH, "ANISOTROPY_FACTOR", real(0, INF), 0.1, "Far is farther than this share of the frame.");
    public static final Parameter<Long> ORTHO_MESH_REFINE_FREQ = TABLE.add(
            Subject.MESH, "ORTHO_MESH_REFINE_FREQ", whole(1, MANY), 1L, "After how many failures the mesh is refined.");

    // ---- poll ----

    public static final Parameter<List<DirectionType>> DIRECTION_TYPE = TABLE.add(
            Subject.POLL,
            "DIRECTION_TYPE",
            Format.lines(Format.word(DirectionType.class)),
            List.of(DirectionType.ORTHO_NP1_QUAD),
            "Poll directions at the primary frame centre, one type per line.");
    public static final Parameter<List<DirectionType>> DIRECTION_TYPE_SECONDARY_POLL = TABLE.add(
            Subject.POLL,
            "DIRECTION_TYPE_SECONDARY_POLL",
            Format.lines(Format.word(DirectionType.class)),
            List.of(DirectionType.DOUBLE),
            "Poll directions at the secondary frame centre.");
    public static final Parameter<DirectionSource> DIRECTION_SOURCE = TABLE.add(
            Subject.POLL,
            "DIRECTION_SOURCE",
            Format.word(DirectionSource.class),
            DirectionSource.RANDOM,
            "Whether directions are drawn, or come from the Halton sequence.");
    public static final Parameter<Long> TRIAL_POINT_MAX_ADD_UP = TABLE.add(
            Subject.POLL,
            "TRIAL_POINT_MAX_ADD_UP",
            whole(0, MANY),
            0L,
            "A poll with ORTHO 2N gets single random directions until it has this many new points.");
    public static final Parameter<Double> RHO = TABLE.add(
            Subject.POLL,
            "RHO",
            real(0, INF),
            0.1,
            "The infeasible centre is the primary one where its objective is lower by more than this.");

    // ---- search ----

    public static final Parameter<Boolean> SPECULATIVE_SEARCH = TABLE.flag(
            Subject.SEARCH, "SPECULATIVE_SEARCH", true, "Whether to try multiples of the last successful step.");
    public static final Parameter<Long> SPECULATIVE_SEARCH_MAX =
            TABLE.add(Subject.SEARCH, "SPECULATIVE_SEARCH_MAX", whole(1, 1000), 1L, "How many multiples are tried.");
    public static final Parameter<Double> SPECULATIVE_SEARCH_BASE_FACTOR = TABLE.add(
            Subject.SEARCH,
            "SPECULATIVE_SEARCH_BASE_FACTOR",
            real(1, INF),
            4.0,
            "The first multiple, from the old centre.");
    public static final Parameter<Boolean> SIMPLE_LINE_SEARCH = TABLE.flag(
            Subject.SEARCH,
            "SIMPLE_LINE_SEARCH",
            false,
            "In place of the speculative search: where its point fails, the vertex of the parabola on the line.");
    public static final Parameter<Boolean> QUAD_MODEL_SEARCH =
            TABLE.flag(Subject.SEARCH, "QUAD_MODEL_SEARCH", true, "Whether to try the minimizers of quadratic models.");
    public static final Parameter<Double> QUAD_MODEL_SEARCH_BOX_FACTOR = TABLE.add(
            Subject.SEARCH,
            "QUAD_MODEL_SEARCH_BOX_FACTOR",
            real(1, INF),
            4.0,
            "Side of the box of points a model is made of, in frame sizes.");
    public static final Parameter<Double> QUAD_MODEL_BOX_FACTOR = TABLE.add(
            Subject.SEARCH,
            "QUAD_MODEL_BOX_FACTOR",
            real(1, INF),
            4.0,
            "The same for the order of a list, in sides of the box around the list.");
    public static final Parameter<Double> QUAD_MODEL_SEARCH_BOUND_REDUCTION_FACTOR = TABLE.add(
            Subject.SEARCH,
            "QUAD_MODEL_SEARCH_BOUND_REDUCTION_FACTOR",
            real(1, INF),
            1.0,
            "By how much the box in which the model is minimized is smaller than that of its points.");
    public static final Parameter<Long> QUAD_MODEL_MAX_EVAL = TABLE.add(
            Subject.SEARCH,
            "QUAD_MODEL_MAX_EVAL",
            whole(1, MANY),
            2000L,
            "Most evaluations of a model where MADS minimizes it.");
    public static final Parameter<ModelSolver> QUAD_MODEL_SOLVER = TABLE.add(
            Subject.SEARCH,
            "QUAD_MODEL_SOLVER",
            Format.word(ModelSolver.class),
            ModelSolver.DIRECT,
            "What minimizes models.");
    public static final Parameter<Long> QUAD_MODEL_MAX_POINTS = TABLE.add(
            Subject.SEARCH, "QUAD_MODEL_MAX_POINTS", whole(2, 100_000), 500L, "Most points that a model is made of.");
    public static final Parameter<Boolean> NM_SEARCH = TABLE.flag(
            Subject.SEARCH,
            "NM_SEARCH",
            true,
            "Whether to try Nelder-Mead steps on known points. With constraints, only where it is set to yes.");
    public static final Parameter<Double> NM_DELTA_E =
            TABLE.add(Subject.SEARCH, "NM_DELTA_E", real(1, INF), 2.0, "Expansion of the simplex.");
    public static final Parameter<Double> NM_DELTA_IC =
            TABLE.add(Subject.SEARCH, "NM_DELTA_IC", real(-1, 0), -0.5, "Inside contraction.");
    public static final Parameter<Double> NM_DELTA_OC =
            TABLE.add(Subject.SEARCH, "NM_DELTA_OC", real(0, 1), 0.5, "Outside contraction.");
    public static final Parameter<Double> NM_GAMMA =
            TABLE.add(Subject.SEARCH, "NM_GAMMA", real(0, 1), 0.5, "Shrinking, where the method runs alone.");
    public static final Parameter<Long> NM_SEARCH_MAX_TRIAL_PTS_NFACTOR = TABLE.add(
            Subject.SEARCH, "NM_SEARCH_MAX_TRIAL_PTS_NFACTOR", whole(1, MANY), 80L, "Most evaluations per n.");
    public static final Parameter<Double> NM_SEARCH_MAX_FAILURES_NFACTOR = TABLE.add(
            Subject.SEARCH,
            "NM_SEARCH_MAX_FAILURES_NFACTOR",
            real(0, INF),
            4.0,
            "The search ends after so many evaluations per n without a success.");
    public static final Parameter<Double> NM_SEARCH_LEAST_SHARE = TABLE.add(
            Subject.SEARCH,
            "NM_SEARCH_LEAST_SHARE",
            real(0, INF),
            0.7,
            "The search pauses while its rate of successes per evaluation is below this share of that of all others.");
    public static final Parameter<Double> NM_SIMPLEX_INCLUDE_FACTOR = TABLE.add(
            Subject.SEARCH,
            "NM_SIMPLEX_INCLUDE_FACTOR",
            real(1, INF),
            8.0,
            "How far from the centre points of the simplex may lie, in frame sizes.");
    public static final Parameter<Double> NM_SEARCH_RANK_EPS =
            TABLE.add(Subject.SEARCH, "NM_SEARCH_RANK_EPS", real(0, 1), 0.01, "Singular values below count as 0.");
    public static final Parameter<Boolean> NM_SEARCH_STOP_ON_SUCCESS =
            TABLE.flag(Subject.SEARCH, "NM_SEARCH_STOP_ON_SUCCESS", false, "Whether to end at a success.");
    public static final Parameter<Boolean> VNS_MADS_SEARCH = TABLE.flag(
            Subject.SEARCH, "VNS_MADS_SEARCH", false, "Whether to search from shaken points, against local minima.");
    public static final Parameter<Double> VNS_MADS_SEARCH_TRIGGER = TABLE.add(
            Subject.SEARCH,
            "VNS_MADS_SEARCH_TRIGGER",
            real(0, 1),
            0.75,
            "Most evaluations for that, as a share of all.");
    public static final Parameter<Long> VNS_MADS_SEARCH_MAX_TRIAL_PTS_NFACTOR = TABLE.add(
            Subject.SEARCH,
            "VNS_MADS_SEARCH_MAX_TRIAL_PTS_NFACTOR",
            whole(1, MANY),
            100L,
            "Most evaluations of one such search per n.");
    public static final Parameter<Boolean> VNSMART_MADS_SEARCH = TABLE.flag(
            Subject.SEARCH, "VNSMART_MADS_SEARCH", false, "The same, but only after several failures in a row.");
    public static final Parameter<Long> VNSMART_MADS_SEARCH_THRESHOLD =
            TABLE.add(Subject.SEARCH, "VNSMART_MADS_SEARCH_THRESHOLD", whole(0, MANY), 3L, "How many failures.");
    public static final Parameter<List<Long>> LH_SEARCH = TABLE.add(
            Subject.SEARCH,
            "LH_SEARCH",
            sequence(whole(0, Integer.MAX_VALUE)),
            List.of(0L, 0L),
            "Points of a Latin hypercube in the first iteration, and in each later one.");
    public static final Parameter<Boolean> SGTELIB_MODEL_SEARCH = TABLE.flag(
            Subject.SEARCH,
            "SGTELIB_MODEL_SEARCH",
            false,
            "Whether to try minimizers of a surrogate (radial functions).");
    public static final Parameter<SurrogateFormulation> SGTELIB_MODEL_FORMULATION = TABLE.add(
            Subject.SEARCH,
            "SGTELIB_MODEL_FORMULATION",
            Format.word(SurrogateFormulation.class),
            SurrogateFormulation.FS,
            "What is minimized then.");
    public static final Parameter<Double> SGTELIB_MODEL_DIVERSIFICATION = TABLE.add(
            Subject.SEARCH, "SGTELIB_MODEL_DIVERSIFICATION", real(0, INF), 0.01, "λ, the weight of uncertainty.");
    public static final Parameter<Boolean> SEARCH_METHOD_MESH_PROJECTION =
            TABLE.flag(Subject.SEARCH, "SEARCH_METHOD_MESH_PROJECTION", true, "Whether search points go to the mesh.");
    public static final Parameter<Boolean> MEGA_SEARCH_POLL = TABLE.flag(
            Subject.SEARCH,
            "MEGA_SEARCH_POLL",
            false,
            "Whether all points of searches and poll are made first and evaluated as one list, for many workers.");

    // ---- evaluation ----

    public static final Parameter<QueueSort> EVAL_QUEUE_SORT = TABLE.add(
            Subject.QUEUE,
            "EVAL_QUEUE_SORT",
            Format.word(QueueSort.class),
            QueueSort.QUADRATIC_MODEL,
            "Order of a list.");
    public static final Parameter<Boolean> EVAL_OPPORTUNISTIC =
            TABLE.flag(Subject.QUEUE, "EVAL_OPPORTUNISTIC", true, "Whether a list ends at the first success.");
    public static final Parameter<Boolean> EVAL_USE_CACHE =
            TABLE.flag(Subject.QUEUE, "EVAL_USE_CACHE", true, "Whether points are never evaluated twice.");
    public static final Parameter<Boolean> FRAME_CENTER_USE_CACHE = TABLE.flag(
            Subject.QUEUE,
            "FRAME_CENTER_USE_CACHE",
            false,
            "Whether points known before the run may be frame centres.");
    public static final Parameter<Long> BB_MAX_BLOCK_SIZE = TABLE.add(
            Subject.QUEUE,
            "BB_MAX_BLOCK_SIZE",
            whole(0, MANY),
            0L,
            "Points evaluated together; 0 for as many as there are workers.");

    // ---- constraints ----

    public static final Parameter<ViolationNorm> H_NORM = TABLE.add(
            Subject.CONSTRAINTS, "H_NORM", Format.word(ViolationNorm.class), ViolationNorm.L2, "How h is computed.");
    public static final Parameter<Double> H_MAX_0 =
            TABLE.add(Subject.CONSTRAINTS, "H_MAX_0", real(0, INF), INF, "The first barrier.");
    public static final Parameter<Double> H_MIN =
            TABLE.add(Subject.CONSTRAINTS, "H_MIN", real(0, INF), 0.0, "Points with a smaller h count as feasible.");

    // ---- other algorithms ----

    public static final Parameter<Boolean> CS_OPTIMIZATION =
            TABLE.flag(Subject.OTHERS, "CS_OPTIMIZATION", false, "Coordinate search in place of MADS.");
    public static final Parameter<Long> LH_EVAL =
            TABLE.add(Subject.OTHERS, "LH_EVAL", whole(0, MANY), 0L, "Only so many points of a Latin hypercube.");
    public static final Parameter<Boolean> NM_OPTIMIZATION =
            TABLE.flag(Subject.OTHERS, "NM_OPTIMIZATION", false, "Nelder-Mead in place of MADS.");
    public static final Parameter<Boolean> QUAD_MODEL_OPTIMIZATION =
            TABLE.flag(Subject.OTHERS, "QUAD_MODEL_OPTIMIZATION", false, "Only the quadratic model search.");
    public static final Parameter<Boolean> VNS_MADS_OPTIMIZATION =
            TABLE.flag(Subject.OTHERS, "VNS_MADS_OPTIMIZATION", false, "MADS with VNS, from shaken points only.");
    public static final Parameter<Boolean> PSD_MADS_OPTIMIZATION =
            TABLE.flag(Subject.OTHERS, "PSD_MADS_OPTIMIZATION", false, "Parallel space decomposition.");
    public static final Parameter<Long> PSD_MADS_NB_VAR_IN_SUBPROBLEM = TABLE.add(
            Subject.OTHERS, "PSD_MADS_NB_VAR_IN_SUBPROBLEM", whole(1, MANY), 2L, "Variables of each subproblem.");
    public static final Parameter<Long> PSD_MADS_NB_SUBPROBLEM = TABLE.add(
            Subject.OTHERS, "PSD_MADS_NB_SUBPROBLEM", whole(0, MANY), 0L, "Subproblems at once; 0 for one per worker.");
    public static final Parameter<Boolean> PSD_MADS_ITER_OPPORTUNISTIC = TABLE.flag(
            Subject.OTHERS,
            "PSD_MADS_ITER_OPPORTUNISTIC",
            true,
            "Whether the mesh is updated after the first success.");
    public static final Parameter<Double> PSD_MADS_SUBPROBLEM_PERCENT_COVERAGE = TABLE.add(
            Subject.OTHERS,
            "PSD_MADS_SUBPROBLEM_PERCENT_COVERAGE",
            real(0, 100),
            70.0,
            "Per cent of the variables that were free before the mesh is updated otherwise.");
    public static final Parameter<Boolean> DMULTIMADS_OPTIMIZATION =
            TABLE.flag(Subject.OTHERS, "DMULTIMADS_OPTIMIZATION", false, "DMulti-MADS, for several objectives.");
    public static final Parameter<Double> DMULTIMADS_SELECT_INCUMBENT_THRESHOLD = TABLE.add(
            Subject.OTHERS,
            "DMULTIMADS_SELECT_INCUMBENT_THRESHOLD",
            real(0, INF),
            1.0,
            "w: frames may be centres that are not smaller than 10^-w times the largest.");

    /// All parameters, in the order of the table.
    public static List<Parameter<?>> all() {
        return List.copyOf(TABLE.order);
    }

    /// The parameter of a name, in any case.
    ///
    /// @throws IllegalArgumentException if there is none; the message names some that are alike
    public static Parameter<?> named(String name) {
        Parameter<?> found = TABLE.rows.get(name.strip().toUpperCase(Locale.ROOT));
        if (found == null) {
            throw new IllegalArgumentException("there is no parameter " + name + ". Maybe "
                    + near(name.strip().toUpperCase(Locale.ROOT)) + "?");
        }
        return found;
    }

    /// Names that contain a word or begin it; where there are none, those with the same first part; else the table.
    private static String near(String word) {
        String first = word.split("_", 2)[0];
        List<String> alike = names(name -> name.contains(word) || word.startsWith(name));
        List<String> chosen = alike.isEmpty() ? names(name -> name.startsWith(first)) : alike;
        return word.isEmpty() || chosen.isEmpty() ? "one of Parameters.all()" : String.join(" or ", chosen);
    }

    private static List<String> names(Predicate<String> test) {
        return TABLE.rows.keySet().stream().filter(test).limit(3).toList();
    }
}
