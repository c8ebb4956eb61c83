package cn.citybrain.parking.onboarding.access.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.RunStatements;
import cn.citybrain.parking.onboarding.TestClock;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.Stranger;
import cn.citybrain.parking.onboarding.access.people.UserAccounts;
import cn.citybrain.parking.onboarding.demo.DemoWorld;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who guesses is slowed down, who knows the password gets in. Each test has accounts and addresses of its own. */
@OnboardingTest
class GuessedPasswordsTest {

    private static final String WRONG = "/login?reason=wrong";
    private static final String IN = "/";

    @LocalServerPort
    int port;

    @Autowired
    UserAccounts accounts;

    @Autowired
    LoginThrottle throttle;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @AfterEach
    void backToMonday() {
        clock.reset();
    }

    @Test
    void aWrongPasswordCostsSecondsThenAMinuteThenAQuarterOfAnHourWhichEndsByItself() {
        person("clumsy");
        Stranger clumsy = from("127.9.1.1");

        assertThat(clumsy.login("clumsy", "wrong")).endsWith(WRONG);
        assertThat(clumsy.login("clumsy", DemoWorld.PASSWORD)).endsWith("reason=wait&seconds=3");
        for (int failure = 2; failure <= 10; failure++) {
            clock.advance(Duration.ofSeconds(61));
            assertThat(clumsy.login("clumsy", "wrong")).endsWith(WRONG);
        }
        clock.advance(Duration.ofMinutes(14));
        assertThat(clumsy.login("clumsy", DemoWorld.PASSWORD)).endsWith("reason=wait&seconds=60");
        clock.advance(Duration.ofMinutes(1));
        assertThat(clumsy.login("clumsy", DemoWorld.PASSWORD)).endsWith(IN);
        assertThat(clumsy.login("clumsy", "wrong")).endsWith(WRONG);
        assertThat(clumsy.login("clumsy", DemoWorld.PASSWORD)).endsWith("seconds=3");
    }

    @Test
    void thePageSaysHowLongAndThatItEndsByItself() {
        Browser browser = new Browser(port);

        assertThat(browser.get("/login?reason=wait&seconds=3").body()).contains("请 3 秒后重新登录");
        assertThat(browser.get("/login?reason=wait&seconds=900").body()).contains("约 15 分钟后自动恢复");
    }

    @Test
    void aStrangerAtOneAddressDoesNotLockTheOnlyAdministratorOut() {
        attack("admin", List.of("127.9.2.1"), 12);

        assertThat(from("127.9.2.1").login("admin", DemoWorld.PASSWORD)).contains("reason=wait");
        assertThat(from("127.9.2.2").login("admin", DemoWorld.PASSWORD)).endsWith(IN);
    }

    @Test
    void strangersAtManyAddressesDoNotLockTheOnlyAdministratorOut() {
        List<String> addresses =
                IntStream.range(1, 31).mapToObj(n -> "127.9.3." + n).toList();
        attack("admin", addresses, 11);

        assertThat(from("127.9.3.1").login("admin", DemoWorld.PASSWORD)).contains("reason=wait");
        // one attempt is all that an address which the account does not know has left
        assertThat(from("127.9.3.100").login("admin", "wrong")).endsWith(WRONG);
        assertThat(from("127.9.3.100").login("admin", DemoWorld.PASSWORD)).endsWith("seconds=900");
        assertThat(from("127.9.3.101").login("admin", DemoWorld.PASSWORD)).endsWith(IN);
        assertThat(from("127.0.0.1").login("admin", DemoWorld.PASSWORD)).endsWith(IN);
    }

    @Test
    void aStrangerWhoSharesTheAddressDoesNotLockABrowserOutThatWasLoggedInWith() {
        person("neighbour");
        Stranger own = from("127.9.4.1");
        assertThat(own.login("neighbour", DemoWorld.PASSWORD)).endsWith(IN);

        attack("neighbour", List.of("127.9.4.1"), 12);

        assertThat(from("127.9.4.1").login("neighbour", DemoWorld.PASSWORD)).contains("reason=wait");
        assertThat(own.login("neighbour", DemoWorld.PASSWORD)).endsWith(IN);
    }

    @Test
    void whoTriesManyAccountsFromOneAddressIsStoppedThereAndNobodyElseIs() {
        person("regular");
        assertThat(from("127.9.5.1").login("regular", DemoWorld.PASSWORD)).endsWith(IN);

        String last = "";
        for (int account = 0; account < 51; account++) {
            last = from("127.9.5.1").login("guessed-" + account, "wrong");
        }

        assertThat(last).endsWith("reason=wait&seconds=900");
        assertThat(from("127.9.5.1").login("regular", DemoWorld.PASSWORD)).endsWith(IN);
        assertThat(from("127.9.5.2").login("guessed-1", "wrong")).endsWith(WRONG);
        clock.advance(Duration.ofMinutes(15));
        assertThat(from("127.9.5.1").login("guessed-60", "wrong")).endsWith(WRONG);
    }

    @Test
    void anIdThatNobodyHasIsAnsweredLikeOneThatSomebodyHas() {
        person("present");
        for (int failure = 1; failure <= 12; failure++) {
            clock.advance(Duration.ofSeconds(5));
            assertThat(from("127.9.6.1").login("absent", "wrong"))
                    .as("failure %d", failure)
                    .isEqualTo(from("127.9.6.2").login("present", "wrong"));
        }
    }

    /** The same work: what would take its time beside hashing is the database. */
    @Test
    void anIdThatNobodyHasCostsTheDatabaseTheSame() {
        person("costly");
        assertThat(statements("127.9.6.3", "costless")).isNotEmpty().isEqualTo(statements("127.9.6.4", "costly"));
    }

    private List<String> statements(String address, String userId) {
        return RunStatements.of(
                        () -> assertThat(from(address).login(userId, "wrong")).endsWith(WRONG))
                .stream()
                .map(RunStatements.Statement::sql)
                .toList();
    }

    @Test
    void attemptsAtTheSameMomentAllCount() {
        person("crowd");
        List<CompletableFuture<String>> answers = IntStream.range(0, 24)
                .mapToObj(n ->
                        CompletableFuture.supplyAsync(() -> from("127.9.7.1").login("crowd", "wrong")))
                .toList();

        long looked = answers.stream()
                .map(CompletableFuture::join)
                .filter(answer -> answer.endsWith(WRONG))
                .count();
        assertThat(looked).isBetween(1L, 10L);
    }

    @Test
    void twoClicksWithTheRightPasswordBothGetIn() {
        person("doubleclick");
        List<CompletableFuture<String>> answers = IntStream.range(0, 4)
                .mapToObj(n ->
                        CompletableFuture.supplyAsync(() -> from("127.9.8.1").login("doubleclick", DemoWorld.PASSWORD)))
                .toList();

        assertThat(answers.stream().map(CompletableFuture::join)).allMatch(answer -> answer.endsWith(IN));
    }

    @Test
    void anAdministratorForgetsTheFailuresOfAnAccount() {
        person("forgiven");
        attack("forgiven", List.of("127.9.9.1"), 10);
        assertThat(from("127.9.9.1").login("forgiven", DemoWorld.PASSWORD)).contains("reason=wait");

        throttle.forget("Forgiven");

        assertThat(from("127.9.9.1").login("forgiven", DemoWorld.PASSWORD)).endsWith(IN);
    }

    @Test
    void oldRowsGo() {
        person("longago");
        from("127.9.10.1").login("longago", "wrong");
        clock.advance(Duration.ofSeconds(3));
        from("127.9.10.1").login("longago", DemoWorld.PASSWORD);
        from("127.9.10.1").login("longago", "wrong");

        clock.advance(Duration.ofDays(181));
        throttle.sweep();

        assertThat(count("login_attempt")).isZero();
        assertThat(count("known_client")).isZero();
    }

    /** Each address tries so often as it may, a minute apart. */
    private void attack(String userId, List<String> addresses, int times) {
        for (int time = 0; time < times; time++) {
            addresses.forEach(address -> from(address).login(userId, "wrong"));
            clock.advance(Duration.ofSeconds(61));
        }
    }

    private long count(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }

    private Stranger from(String address) {
        return new Stranger(port, address);
    }

    private void person(String userId) {
        accounts.add(userId, "测", "试", DemoWorld.PASSWORD, List.of(Role.LOT_OPERATOR.group()), List.of("hubin"));
    }
}
