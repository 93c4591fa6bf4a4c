package dev.fathom.lab.report;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/// Paints pictures as PNG, without a screen.
final class Raster {

    private static final Color PAPER = Color.WHITE;

    private final Graphics2D graphics;

    private Raster(Graphics2D graphics) {
        this.graphics = graphics;
    }

    static byte[] png(Picture picture, double scale) {
        int width = (int) Math.ceil(picture.width() * scale);
        int height = (int) Math.ceil(picture.height() * scale);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(PAPER);
        graphics.fillRect(0, 0, width, height);
        graphics.scale(scale, scale);
        picture.marks().forEach(new Raster(graphics)::draw);
        graphics.dispose();
        return encoded(image);
    }

    private static byte[] encoded(BufferedImage image) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void draw(Mark mark) {
        switch (mark) {
            case Mark.Line line -> line(line);
            case Mark.Area area -> area(area);
            case Mark.Box box -> box(box);
            case Mark.Dot dot -> dot(dot);
            case Mark.Text text -> text(text);
        }
    }

    private void line(Mark.Line line) {
        graphics.setColor(Color.decode(line.pen().color()));
        graphics.setStroke(stroke(line.pen()));
        graphics.draw(path(line.x(), line.y()));
    }

    private static BasicStroke stroke(Mark.Pen pen) {
        if (pen.dash().isEmpty()) {
            return new BasicStroke((float) pen.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
        }
        float[] dash = new float[pen.dash().size()];
        for (int i = 0; i < dash.length; i++) {
            dash[i] = pen.dash().get(i).floatValue();
        }
        return new BasicStroke((float) pen.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash, 0);
    }

    private void area(Mark.Area area) {
        Path2D path = path(area.x(), area.y());
        path.closePath();
        graphics.setColor(Color.decode(area.color()));
        graphics.setComposite(AlphaComposite.SrcOver.derive((float) area.opacity()));
        graphics.fill(path);
        graphics.setComposite(AlphaComposite.SrcOver);
    }

    private void box(Mark.Box box) {
        graphics.setColor(Color.decode(box.color()));
        graphics.fill(new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height()));
    }

    private void dot(Mark.Dot dot) {
        Shape shape = outline(dot);
        graphics.setColor(PAPER);
        graphics.fill(shape);
        graphics.setColor(Color.decode(dot.color()));
        graphics.setStroke(new BasicStroke(1.2f));
        graphics.draw(shape);
    }

    private static Shape outline(Mark.Dot dot) {
        double[] corners = dot.corners();
        if (corners.length == 0) {
            double r = dot.radius();
            return new Ellipse2D.Double(dot.x() - r, dot.y() - r, 2 * r, 2 * r);
        }
        Path2D path = new Path2D.Double();
        path.moveTo(corners[0], corners[1]);
        for (int i = 2; i < corners.length; i += 2) {
            path.lineTo(corners[i], corners[i + 1]);
        }
        path.closePath();
        return path;
    }

    private void text(Mark.Text text) {
        Font font = new Font(Font.SANS_SERIF, text.bold() ? Font.BOLD : Font.PLAIN, 1).deriveFont((float) text.size());
        graphics.setFont(font);
        graphics.setColor(Color.decode(text.color()));
        double width =
                graphics.getFontMetrics().getStringBounds(text.text(), graphics).getWidth();
        double shift = switch (text.anchor()) {
            case START -> 0;
            case MIDDLE -> -width / 2;
            case END -> -width;
        };
        AffineTransform before = graphics.getTransform();
        graphics.translate(text.x(), text.y());
        if (text.turned()) {
            graphics.rotate(-Math.PI / 2);
        }
        graphics.drawString(text.text(), (float) shift, 0);
        graphics.setTransform(before);
    }

    private static Path2D path(double[] x, double[] y) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < x.length; i++) {
            if (i == 0) {
                path.moveTo(x[i], y[i]);
            } else {
                path.lineTo(x[i], y[i]);
            }
        }
        return path;
    }
}
