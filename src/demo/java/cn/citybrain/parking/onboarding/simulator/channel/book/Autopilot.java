package cn.citybrain.parking.onboarding.simulator.channel.book;

/** Whether one channel takes the first step on applications and passes lots the moment they come in. */
public final class Autopilot {

    private static final String ID = "autopilot";

    private final Book<Boolean> book;

    public Autopilot(Book<Boolean> book) {
        this.book = book;
    }

    /** Off by default: a person decides. */
    public boolean on() {
        return book.find(ID).orElse(false);
    }

    public void set(boolean on) {
        book.put(ID, on);
    }
}
