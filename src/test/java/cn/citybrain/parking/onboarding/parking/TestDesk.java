package cn.citybrain.parking.onboarding.parking;

import java.util.Optional;
import org.mockito.Mockito;

/**
 * The application's payment desk, whose place a test can take: then a mock answers, which the test instructs through this
 * desk ({@code when(desk.admit(…))}).
 */
public final class TestDesk implements PaymentDesk {

    private final PaymentDesk real;
    private volatile PaymentDesk serving;

    public TestDesk(PaymentDesk real) {
        this.real = real;
        this.serving = real;
    }

    void taken() {
        serving = Mockito.mock(PaymentDesk.class);
    }

    void givenBack() {
        serving = real;
    }

    @Override
    public Admission admit(String lotCode, String plateNo) {
        return serving.admit(lotCode, plateNo);
    }

    @Override
    public DepartureInfo departureInfo(String lotCode, String plateNo) {
        return serving.departureInfo(lotCode, plateNo);
    }

    @Override
    public Optional<DepartureInfo> promise(String lotCode, String plateNo) {
        return serving.promise(lotCode, plateNo);
    }

    @Override
    public Optional<PayResult> payResult(Bill bill) {
        return serving.payResult(bill);
    }
}
