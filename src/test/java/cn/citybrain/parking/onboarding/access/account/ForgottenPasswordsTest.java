package cn.citybrain.parking.onboarding.access.account;

import static cn.citybrain.parking.onboarding.access.account.PeopleDesk.anId;
import static cn.citybrain.parking.onboarding.access.account.PeopleDesk.entry;
import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.TestClock;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.access.Role;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 忘记密码 on the login page. */
@OnboardingTest
class ForgottenPasswordsTest {

    @LocalServerPort
    int port;

    @Autowired
    ConfigurableListableBeanFactory beans;

    @Autowired
    ForgottenPasswords forgotten;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    PeopleDesk desk;
    String active;
    String invited;
    String disabled;

    @BeforeEach
    void threePeople() {
        clock.reset();
        jdbc.sql("DELETE FROM reset_request").update();
        jdbc.sql("DELETE FROM reset_turn").update();
        desk = new PeopleDesk(port, beans);
        Browser supervisor = Browser.of(port, "supervisor");
        active = desk.hire(supervisor, entry(anId(), Role.AUDITOR));
        disabled = desk.hire(supervisor, entry(anId(), Role.AUDITOR));
        desk.act(supervisor, disabled, "disable");
        invited = anId();
        desk.invite(supervisor, entry(invited, Role.AUDITOR));
    }

    @AfterEach
    void today() {
        clock.reset();
        desk.dismissAll();
    }

    @Test
    void answersEverybodyTheSameAfterTheSameWork() {
        String[] typed = {active, active + "@people.example", disabled, invited, "nobody-at-all", "system"};
        String answer = null;
        for (String account : typed) {
            long links = links();
            HttpResponse<String> said = ask(account);
            assertThat(said.statusCode()).isEqualTo(200);
            assertThat(said.body()).contains("如果有这个账号").isEqualTo(answer == null ? said.body() : answer);
            answer = said.body();
            // the request writes one row, whose account it is nobody has looked up
            assertThat(links()).as(account).isEqualTo(links);
        }
        assertThat(jdbc.sql("SELECT typed FROM reset_request WHERE handled_at IS NULL ORDER BY id")
                        .query(String.class)
                        .list())
                .containsExactly(typed);
    }

    @Test
    void sendsAMailOnlyToWhoHasAnActiveAccount() {
        Map<String, Long> before =
                Map.of(active, desk.mails(active), disabled, desk.mails(disabled), invited, desk.mails(invited));
        ask(active.toUpperCase(Locale.ROOT));
        ask(disabled);
        ask(invited);
        ask("nobody-at-all");

        forgotten.sweep();
        forgotten.sweep();

        assertThat(desk.mails(active)).isEqualTo(before.get(active) + 1);
        assertThat(desk.mails(disabled)).isEqualTo(before.get(disabled));
        assertThat(desk.mails(invited)).isEqualTo(before.get(invited));
        assertThat(desk.setPassword(desk.tokenFor(active), "nine-Ginkgo-2584-Ufer")
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void takesAnAddressOfMailForAName() {
        ask(" " + active + "@People.example ");
        forgotten.sweep();

        assertThat(desk.tokenFor(active)).isNotNull();
        desk.loggedIn(active);
    }

    @Test
    void sendsNoMoreThanAFewMailsAnHourForOneNameKnownOrNot() {
        long before = desk.mails(active);
        for (int times = 0; times < 5; times++) {
            assertThat(ask(active).body()).contains("如果有这个账号");
            assertThat(ask("nobody-at-all").body()).contains("如果有这个账号");
        }
        forgotten.sweep();
        assertThat(desk.mails(active)).isEqualTo(before + 3);
        assertThat(requests()).isEqualTo(6);

        clock.advance(Duration.ofHours(1));
        ask(active);
        forgotten.sweep();
        assertThat(desk.mails(active)).isEqualTo(before + 4);
    }

    @Test
    void countsWhatOneAddressAsksWhateverTheNames() {
        for (int name = 0; name < 40; name++) {
            forgotten.ask("somebody" + name, "203.0.113.9");
        }
        assertThat(requests()).isEqualTo(30);
        assertThat(turns())
                .as("of the address, and of the names within its limit")
                .isEqualTo(1 + 30);
        forgotten.ask("somebody", "203.0.113.10");
        assertThat(requests()).isEqualTo(31);
    }

    @Test
    void countsThoseWhoAskAtTheSameMoment() {
        atOnce(30, n -> forgotten.ask(active, "203.0.113." + n));
        assertThat(requests()).as("for one name").isEqualTo(3);

        atOnce(60, n -> forgotten.ask("somebody" + n, "198.51.100.1"));
        assertThat(requests()).as("from one address").isEqualTo(3 + 30);
    }

    private static void atOnce(int times, IntConsumer call) {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            CountDownLatch all = new CountDownLatch(times);
            CompletableFuture.allOf(IntStream.range(0, times)
                            .mapToObj(n -> CompletableFuture.runAsync(
                                    () -> {
                                        all.countDown();
                                        await(all);
                                        call.accept(n);
                                    },
                                    threads))
                            .toArray(CompletableFuture[]::new))
                    .join();
        } finally {
            threads.shutdownNow();
        }
    }

    private static void await(CountDownLatch all) {
        try {
            all.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void forgetsWhatWasTypedAfterADay() {
        ask(active);
        forgotten.sweep();
        assertThat(requests()).isEqualTo(1);

        clock.advance(Duration.ofHours(25));
        forgotten.sweep();

        assertThat(requests()).isZero();
        assertThat(turns()).isZero();
    }

    @Test
    void saysWhatIsMissingAndIsReachedFromTheLoginPage() {
        assertThat(ask(" ").body()).contains("请输入用户名或邮箱");
        assertThat(new Browser(port).get("/login").body()).contains("href=\"/account/forgot\"");
        assertThat(new Browser(port).get("/account/forgot").body()).contains("用户名或邮箱", "发送链接");
    }

    private HttpResponse<String> ask(String account) {
        return desk.form("/account/forgot", Map.of("account", account));
    }

    private long links() {
        return jdbc.sql("SELECT count(*) FROM account_link").query(Long.class).single();
    }

    private long turns() {
        return jdbc.sql("SELECT count(*) FROM reset_turn").query(Long.class).single();
    }

    private long requests() {
        List<Long> counted =
                jdbc.sql("SELECT count(*) FROM reset_request").query(Long.class).list();
        return counted.get(0);
    }
}
