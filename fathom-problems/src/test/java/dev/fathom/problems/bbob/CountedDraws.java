package dev.fathom.problems.bbob;

/// The numbers that disturb the values of the reference: each is the first of a stream of its own, seeds count from 31.
final class CountedDraws implements Chance {

    private static final int BEGIN = 30;

    private int uniforms = BEGIN;
    private int normals = BEGIN;

    @Override
    public double uniform() {
        uniforms++;
        return Draws.uniform(1, uniforms)[0];
    }

    @Override
    public double normal() {
        normals++;
        return Draws.gaussian(1, normals)[0];
    }
}
