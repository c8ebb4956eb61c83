package cn.citybrain.parking.onboarding.deduction;

import java.util.List;
import org.springframework.stereotype.Component;

/** The plates registered for tests: each for one channel at a time at a lot. */
@Component
public class TestVehicles {

    /**
     * @param plateColor City Brain's plateColor, 1 to 5
     * @param payerId the payer's id at the channel, may be empty
     * @throws VehicleRefused in Chinese, by field
     */
    public TestVehicle register(long bindingId, String plateNo, int plateColor, String payerId, String by) {
        throw new UnsupportedOperationException();
    }

    public void remove(long bindingId, long vehicleId, String by) {
        throw new UnsupportedOperationException();
    }

    public List<TestVehicle> of(long bindingId) {
        throw new UnsupportedOperationException();
    }

    /** Asks the channel about the agreement of a vehicle (remote). */
    public TestVehicle refreshAgreement(long vehicleId) {
        throw new UnsupportedOperationException();
    }
}
