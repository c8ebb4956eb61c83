package cn.citybrain.parking.onboarding.nodes;

import cn.citybrain.parking.onboarding.demo.DemoApplication;
import cn.citybrain.parking.onboarding.simulator.SimulatorServer;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * The demo on two nodes, for people: PostgreSQL, the simulator, two JVMs of the product and the proxy before them. A node
 * that ends is started again. Everything begins empty and ends with Ctrl-C. Arguments: {@code --port=8080}, the others
 * follow (nodes at port + 1 and + 2), {@code --simulator-port=8090}.
 */
public final class TwoNodes {

    private static final long LOOK_EVERY_MILLIS = 500;

    private final Path home;
    private final DatabaseServer database;
    private final SimulatorServer simulator;
    private final int port;
    private final Process[] nodes = new Process[2];
    private volatile boolean ending;

    private TwoNodes(int port, int simulatorPort) throws IOException {
        this.port = port;
        this.home = Files.createTempDirectory("two-nodes");
        this.database = DatabaseServer.start(home);
        this.simulator = SimulatorServer.start(Map.of(
                "simulator.port",
                simulatorPort,
                "simulator.mail-port",
                0,
                "simulator.platform-url",
                "http://localhost:" + port,
                "simulator.database",
                "jdbc:h2:file:" + home.resolve("simulator") + ";WRITE_DELAY=0"));
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Map<String, String> given = new HashMap<>(Map.of("--port", "8080", "--simulator-port", "8090"));
        Arrays.stream(arguments).map(one -> one.split("=", 2)).forEach(one -> given.put(one[0], one[1]));
        TwoNodes town =
                new TwoNodes(Integer.parseInt(given.get("--port")), Integer.parseInt(given.get("--simulator-port")));
        Runtime.getRuntime().addShutdownHook(new Thread(town::end));
        town.run();
    }

    private void run() throws InterruptedException {
        // the first one makes the tables
        start(0);
        start(1);
        FrontDoor door = FrontDoor.open(port, List.of(port + 1, port + 2));
        System.out.printf("%n%s  both nodes, by the proxy: use this one (every password is demo-2026)%n", door.url());
        System.out.printf("%s/demo  the other side: channels, lots, mail%n", simulator.url());
        System.out.printf("%s  database (user postgres, no password)%n", database.url());
        System.out.printf("logs: %s. Kill a node as you like, it comes again. Ctrl-C ends everything.%n", home);
        while (!ending) {
            CompletableFuture.anyOf(nodes[0].onExit(), nodes[1].onExit()).join();
            for (int node = 0; node < nodes.length && !ending; node++) {
                if (!nodes[node].isAlive()) {
                    System.out.printf("node %d ended with %d, starts again%n", node + 1, nodes[node].exitValue());
                    start(node);
                }
            }
        }
    }

    /** Returns when the node takes requests, or has ended. */
    private void start(int node) throws InterruptedException {
        int at = port + 1 + node;
        Path log = home.resolve("node-" + (node + 1) + ".log");
        try {
            nodes[node] = new ProcessBuilder(command(at))
                    .directory(home.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        boolean ended = false;
        while (!ended && !ready(at)) {
            ended = nodes[node].waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        }
        System.out.printf("node %d: http://localhost:%d process %d%n", node + 1, at, nodes[node].pid());
    }

    private List<String> command(int at) {
        // the product alone: nothing of its tests
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.isBlank() && !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"), "-Xmx640m", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-cp", classPath, DemoApplication.class.getName()));
        command.add("--server.port=" + at);
        command.add("--onboarding.data-dir=" + home);
        command.add("--onboarding.simulator.embedded=false");
        command.add("--onboarding.simulator.url=" + simulator.url());
        command.add("--onboarding.process.public-url=http://localhost:" + port);
        command.add("--spring.datasource.url=" + database.url());
        command.add("--spring.datasource.username=postgres");
        // a node that was killed gives up what it had locked: soon, though not before a call to a channel ends
        command.add("--onboarding.process.worker.lock=30s");
        command.add("--camunda.bpm.job-execution.lock-time-in-millis=30000");
        return command;
    }

    private static boolean ready(int at) {
        try {
            RestClient.create("http://localhost:" + at)
                    .get()
                    .uri("/actuator/health/readiness")
                    .retrieve()
                    .toBodilessEntity();
            return true;
        } catch (RestClientException e) {
            return false;
        }
    }

    private void end() {
        ending = true;
        Arrays.stream(nodes).filter(node -> node != null).forEach(Process::destroy);
        Arrays.stream(nodes).filter(node -> node != null).forEach(node -> node.onExit()
                .join());
        simulator.close();
        database.close();
    }
}
