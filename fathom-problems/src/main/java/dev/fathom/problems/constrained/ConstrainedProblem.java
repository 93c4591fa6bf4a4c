package dev.fathom.problems.constrained;

import dev.fathom.Goal;
import dev.fathom.problems.Box;
import dev.fathom.problems.Formula;
import dev.fathom.problems.Known;
import dev.fathom.problems.TestProblem;

/// One loss under black-box constraints.
///
/// @param name small letters, digits and hyphens
/// @param description one line for people
/// @param box where it is searched
/// @param constraints how many of them the formula reports, satisfied where ≤ 0
/// @param formula loss and constraints
/// @param known the best feasible point that is known
public record ConstrainedProblem(
        String name, String description, Box box, int constraints, Formula formula, Known.Optimum known) {

    /// The same as a test problem.
    ///
    /// @param fullName the name under which it is found again
    public TestProblem named(String fullName) {
        return new TestProblem(fullName, box, Goal.minimize().withConstraints(constraints), formula, null, known);
    }
}
