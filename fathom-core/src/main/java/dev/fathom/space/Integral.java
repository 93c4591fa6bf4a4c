package dev.fathom.space;

import dev.fathom.math.Rng;
import java.util.Map;

/// A whole number that stands among numbers: an element of an array, whose values are `double`.
final class Integral implements Scalar {

    private final Whole whole;

    Integral(Whole whole) {
        this.whole = whole;
    }

    @Override
    public Column column() {
        return whole.column();
    }

    @Override
    public double low() {
        return whole.low();
    }

    @Override
    public double high() {
        return whole.high();
    }

    @Override
    public double init() {
        return whole.at(0);
    }

    @Override
    public double step() {
        return whole.step();
    }

    Integral init(double value) {
        return new Integral(whole.init(Json.whole(value)));
    }

    Integral step(double sigma) {
        return new Integral(whole.step(sigma));
    }

    @Override
    public double at(double x) {
        return whole.at(x);
    }

    @Override
    public double coordinate(double value) {
        double[] x = new double[1];
        whole.encode(Json.whole(value), x, 0);
        return x[0];
    }

    @Override
    public double draw(Rng rng) {
        double[] x = new double[1];
        whole.sample(x, 0, rng);
        return x[0];
    }

    @Override
    public void change(int k, double[] x, int at, Rng rng) {
        whole.change(k, x, at, rng);
    }

    @Override
    public void canonicalize(double[] x, int from) {
        whole.canonicalize(x, from);
    }

    @Override
    public Object toJson(Double value) {
        return Json.whole(value);
    }

    @Override
    public Map<String, Object> describe() {
        return whole.describe();
    }

    @Override
    public String toString() {
        return describe().toString();
    }
}
