package cn.citybrain.parking.onboarding.parking.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import cn.citybrain.parking.onboarding.TestClock;
import cn.citybrain.parking.onboarding.parking.Bill;
import cn.citybrain.parking.onboarding.parking.CityBrainTest;
import cn.citybrain.parking.onboarding.parking.PaymentDesk;
import cn.citybrain.parking.onboarding.parking.PaymentDesk.Admission;
import cn.citybrain.parking.onboarding.parking.PaymentDesk.DepartureInfo;
import cn.citybrain.parking.onboarding.parking.PaymentDesk.PayResult;
import cn.citybrain.parking.onboarding.parking.Stay;
import cn.citybrain.parking.onboarding.parking.TestLot;
import cn.citybrain.parking.onboarding.parking.TestLots;
import cn.citybrain.parking.onboarding.parking.record.ParkingRecords;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The programs that vendors download play a whole visit as they are. Those in other languages than Java run where {@code .ci/run} has put them. */
@CityBrainTest
class SampleProgramsTest {

    private static final SampleCode.Vehicle REGISTERED = new SampleCode.Vehicle("沪AD12345", 5);

    @LocalServerPort
    int port;

    @Autowired
    TestLots lots;

    @Autowired
    ParkingRecords records;

    @Autowired
    PaymentDesk desk;

    @Autowired
    TestClock clock;

    @TempDir
    Path folder;

    @BeforeEach
    void aDeskThatAdmitsAndPays() {
        // the programs go by their own clock
        clock.set(Instant.now().plus(Duration.ofMinutes(2)));
        when(desk.admit(any(), any())).thenReturn(new Admission.Admitted());
        when(desk.departureInfo(any(), any())).thenReturn(new DepartureInfo(true, true, 5000, ""));
        when(desk.payResult(any()))
                .thenReturn(Optional.of(new PayResult(true, 500, clock.instant(), "4200001", 4, "")));
    }

    @AfterEach
    void theClockStandsStillAgain() {
        clock.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lot-1024", "lot-2048"})
    void javaPlaysAWholeVisit(String key) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        played(
                key,
                "CityBrainLot.java",
                program -> program.run(java, "-XX:TieredStopAtLevel=1", "CityBrainLot.java", "lot-private-key.pem"));
    }

    @Test
    @Tag("samples")
    void pythonPlaysAWholeVisit() throws Exception {
        played("lot-1024", "citybrain_lot.py", program -> program.run("python3", "citybrain_lot.py"));
        played(
                "lot-2048",
                "citybrain_lot.py",
                program -> program.run("python3", "citybrain_lot.py", "lot-private-key.pem", REGISTERED.plate(), "1"));
    }

    @Test
    @Tag("samples")
    void phpPlaysAWholeVisit() throws Exception {
        played("lot-1024", "citybrain_lot.php", program -> program.run("php", "citybrain_lot.php"));
        played(
                "lot-2048",
                "citybrain_lot.php",
                program -> program.run("php", "citybrain_lot.php", "lot-private-key.pem", REGISTERED.plate(), "1"));
    }

    @Test
    @Tag("samples")
    void cSharpPlaysAWholeVisit() throws Exception {
        for (String key : new String[] {"lot-1024", "lot-2048"}) {
            played(key, "CityBrainLot.cs", program -> {
                program.run("mcs", "-r:System.Numerics", "-r:System.Net.Http", "CityBrainLot.cs");
                return program.run("mono", "CityBrainLot.exe", "lot-private-key.pem");
            });
        }
    }

    private interface Run {
        String of(SampleProgram program) throws IOException, InterruptedException;
    }

    private void played(String key, String file, Run run) throws Exception {
        TestLot lot = lots.connected(key);
        SampleProgram program = new SampleProgram(folder, lot, "http://localhost:" + port);
        program.write(file, key, REGISTERED);

        String said = run.of(program);

        assertThat(said)
                .contains("confirmDeparturePayInfo ->", "confirmPayResult ->")
                .contains("payStatus 1");
        assertThat(records.recentStays(lot.code, 10)).singleElement().satisfies(stay -> whole(lot, stay));
    }

    private void whole(TestLot lot, Stay stay) {
        assertThat(stay.plateNo()).isEqualTo(REGISTERED.plate());
        assertThat(stay.exitPlateNo()).isEqualTo(REGISTERED.plate());
        assertThat(stay.entryPhoto()).isTrue();
        assertThat(stay.exitPhoto()).isTrue();
        assertThat(stay.exitFee()).isEqualTo(500);
        assertThat(records.billsOf(lot.code, stay.uid())).singleElement().returns(500, Bill::amount);
    }
}
