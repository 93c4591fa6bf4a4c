package dev.fathom.algorithms.mads;

import java.util.List;

/// Points that the user proposes.
record UserSearch(Descent descent, Hooks.Proposal proposal) implements SearchStep {

    @Override
    public String name() {
        return "user";
    }

    @Override
    public List<Candidate> points() {
        Point centre = descent.barrier.best();
        return centre == null
                ? List.of()
                : proposal.at(centre.x().clone(), descent.mesh.frames()).stream()
                        .map(x -> descent.candidate(x, centre))
                        .toList();
    }
}
