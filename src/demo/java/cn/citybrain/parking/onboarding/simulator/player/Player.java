package cn.citybrain.parking.onboarding.simulator.player;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * Plays the onboarding to every channel, from the application to LIVE, against a running demo and tells it. The one
 * argument is the platform's address, {@code http://localhost:8080} where it is left out. Ends with 0 when one lot is LIVE
 * at every channel and a second one at one of them, each charged exactly once; with 1 when something was not as it should
 * be; with 2 when the demo has no two lots left.
 */
public final class Player {

    private Player() {}

    public static void main(String[] arguments) {
        URI platform = URI.create(arguments.length > 0 ? arguments[0] : "http://localhost:8080");
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.exit(play(platform, new Narrator(out)));
    }

    /** Plays and returns the exit code. */
    public static int play(URI platform, Narrator narrator) {
        try {
            return new Play(Cast.at(platform), narrator).run() ? 0 : 2;
        } catch (PlayFailed failed) {
            narrator.note("没有演完：%s", failed.getMessage());
            return 1;
        }
    }
}
