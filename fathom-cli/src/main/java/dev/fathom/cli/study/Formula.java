package dev.fathom.cli.study;

import com.ezylang.evalex.BaseException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.data.DataAccessorIfc;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.operators.booleans.InfixAndOperator;
import com.ezylang.evalex.operators.booleans.InfixOrOperator;
import com.ezylang.evalex.operators.booleans.PrefixNotOperator;
import com.ezylang.evalex.parser.ASTNode;
import com.ezylang.evalex.parser.ParseException;
import com.ezylang.evalex.parser.Token.TokenType;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A cheap constraint written as a formula on the parameters, such as `lc + lp <= 4` or `kind != 'tanh' or layers < 3`.
///
/// A comparison by `<=`, `<`, `>=` or `>` at the top tells how far a setting is from satisfying it; anything else is a
/// truth. Nested parameters are written `optim.momentum`, elements of arrays `weights[0]`. A formula about a parameter
/// of an option that is not taken is satisfied. Safe to use from several threads.
public final class Formula {

    private static final Set<String> COMPARISONS = Set.of("<=", "<", ">=", ">");
    private static final List<String> CHANGING = List.of("RANDOM", "DT_NOW", "DT_TODAY");
    private static final String COMPARES = " compares numbers only";
    private static final String NO_TRUTH = ", not a truth";
    private static final List<String> MIXED = List.of(COMPARES, NO_TRUTH, "nsupported data type", "out of bounds");

    private final String text;
    private final Expression expression;
    private final ASTNode root;
    private final Set<String> paths;

    private Formula(String text, Expression expression, ASTNode root, Set<String> paths) {
        this.text = text;
        this.expression = expression;
        this.root = root;
        this.paths = paths;
    }

    /// Reads a formula.
    ///
    /// @throws IllegalArgumentException if it is not well formed or speaks of parameters that are not in `names`
    public static Formula parse(String text, ParameterNames names) {
        Expression expression = new Expression(text, configuration());
        try {
            ASTNode root = expression.getAbstractSyntaxTree();
            Set<String> paths = new LinkedHashSet<>();
            check(root, names, paths);
            return new Formula(text, expression, root, paths);
        } catch (ParseException e) {
            throw new IllegalArgumentException("'" + text + "': " + lower(e) + near(text, e)
                    + ". Maybe write it like \"lc + lp <= 4\" or \"kind != 'tanh' or layers < 3\"?");
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + text + "': " + e.getMessage(), e);
        } catch (NoSuchElementException | IndexOutOfBoundsException e) { // what the parser does about `b in [1, 2]`
            throw new IllegalArgumentException(
                    "'" + text + "': this is no formula. Maybe write \"a == 1 or a == 2\" where a list is meant?", e);
        }
    }

    private static ExpressionConfiguration configuration() {
        return ExpressionConfiguration.builder()
                .singleQuoteStringLiteralsAllowed(true)
                .implicitMultiplicationAllowed(false)
                .dataAccessorSupplier(ExactNames::new)
                .defaultConstants(Map.of("true", EvaluationValue.TRUE, "false", EvaluationValue.FALSE))
                .build()
                .withAdditionalOperators(
                        Map.entry("and", new InfixAndOperator()),
                        Map.entry("or", new InfixOrOperator()),
                        Map.entry("not", new PrefixNotOperator()));
    }

    /// Values by name, in which `a` and `A` differ.
    private static final class ExactNames implements DataAccessorIfc {
        private final Map<String, EvaluationValue> values = new HashMap<>();

        @Override
        public @Nullable EvaluationValue getData(String name) {
            return values.get(name);
        }

        @Override
        public void setData(String name, EvaluationValue value) {
            values.put(name, value);
        }
    }

    private static String lower(BaseException e) {
        String message = String.valueOf(e.getMessage());
        return message.substring(0, 1).toLowerCase(Locale.ROOT)
                + message.substring(1).strip();
    }

    private static String near(String text, BaseException e) {
        int at = Math.max(0, Math.min(e.getStartPosition() - 1, text.length()));
        return at < text.length() && at > 0 ? " at '" + text.substring(at) + "'" : "";
    }

    /// Walks the tree, collects the parameters, refuses what cannot be meant.
    private static void check(ASTNode node, ParameterNames names, Set<String> paths) {
        String word = node.getToken().getValue();
        if (node.getToken().getType() == TokenType.VARIABLE_OR_CONSTANT || isMember(node)) {
            String path = path(node);
            if (!path.equals("true") && !path.equals("false")) {
                if (!names.contains(path)) {
                    throw new IllegalArgumentException(names.unknown(path));
                }
                paths.add(path);
            }
            return;
        }
        if (node.getToken().getType() == TokenType.FUNCTION && CHANGING.contains(word.toUpperCase(Locale.ROOT))) {
            throw new IllegalArgumentException(word + "() changes from call to call. Maybe use parameters only?");
        }
        boolean isChain = isComparison(node) && node.getParameters().stream().anyMatch(Formula::isComparison);
        if (isChain) {
            throw new IllegalArgumentException(
                    "comparisons cannot be chained. Maybe write two constraints, or join them by 'and'?");
        }
        node.getParameters().forEach(child -> check(child, names, paths));
    }

    private static boolean isMember(ASTNode node) {
        return node.getToken().getType() == TokenType.STRUCTURE_SEPARATOR
                && node.getParameters().getFirst().getToken().getType() != TokenType.ARRAY_INDEX;
    }

    private static String path(ASTNode node) {
        return node.getParameters().isEmpty()
                ? node.getToken().getValue()
                : path(node.getParameters().get(0)) + "."
                        + path(node.getParameters().get(1));
    }

    private static boolean isComparison(ASTNode node) {
        return node.getToken().getType() == TokenType.INFIX_OPERATOR
                && COMPARISONS.contains(node.getToken().getValue());
    }

    /// How far `parameters` are from satisfying it: at most 0 if they do, infinitely far if it cannot be computed
    /// there, for example because it divides by a parameter that is zero.
    public double violation(Map<String, Object> parameters) {
        try {
            return compute(parameters);
        } catch (BaseException | RuntimeException e) {
            return Double.POSITIVE_INFINITY;
        }
    }

    /// Whether it can be computed for `parameters`.
    ///
    /// @return empty if it can, else the reason
    /// @throws IllegalArgumentException if it can be computed nowhere, because it mixes numbers, texts and truths
    Optional<String> problem(Map<String, Object> parameters) {
        try {
            compute(parameters);
            return Optional.empty();
        } catch (BaseException | RuntimeException e) {
            String reason = "'" + text + "' cannot be computed for " + parameters + ": " + e.getMessage();
            if (isMixed(e)) {
                throw new IllegalArgumentException(reason + ". Maybe it mixes numbers and texts?", e);
            }
            return Optional.of(reason);
        }
    }

    /// Whether the kinds of the values are wrong rather than the values.
    private static boolean isMixed(Exception e) {
        String message = String.valueOf(e.getMessage());
        return e instanceof ClassCastException || MIXED.stream().anyMatch(message::contains);
    }

    private synchronized double compute(Map<String, Object> parameters) throws BaseException {
        if (!paths.stream().allMatch(path -> ParameterNames.isIn(parameters, path))) {
            return 0;
        }
        expression.withValues(parameters);
        return isComparison(root) ? distance() : truth();
    }

    private double distance() throws BaseException {
        String operator = root.getToken().getValue();
        EvaluationValue left = expression.evaluateSubtree(root.getParameters().get(0));
        EvaluationValue right = expression.evaluateSubtree(root.getParameters().get(1));
        if (!left.isNumberValue() || !right.isNumberValue()) {
            throw new ArithmeticException(operator + COMPARES);
        }
        double difference =
                left.getNumberValue().subtract(right.getNumberValue()).doubleValue();
        double signed = operator.startsWith("<") ? difference : -difference;
        return signed == 0 && operator.length() == 1 ? Double.MIN_VALUE : signed;
    }

    private double truth() throws BaseException {
        EvaluationValue value = expression.evaluateSubtree(root);
        if (!value.isBooleanValue()) {
            throw new ArithmeticException("it gives " + value.getStringValue() + NO_TRUTH);
        }
        return value.getBooleanValue() ? 0 : 1;
    }

    @Override
    public String toString() {
        return text;
    }
}
