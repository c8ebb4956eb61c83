package cn.citybrain.parking.onboarding.masterdata;

import java.util.List;

/** A record cannot be ended while something lives on it. Nothing was changed. */
public class InTheWay extends RuntimeException {

    private final List<Obstacle> obstacles;

    public InTheWay(String message, List<Obstacle> obstacles) {
        super(message);
        this.obstacles = List.copyOf(obstacles);
    }

    public List<Obstacle> obstacles() {
        return obstacles;
    }
}
