package cn.citybrain.parking.onboarding.application.lot;

import cn.citybrain.parking.onboarding.merchant.ParkingLot;
import cn.citybrain.parking.onboarding.words.Typed;

/**
 * Where a lot is and what its drivers call; empty where nobody has said.
 *
 * @param longitude in degrees, Amap coordinates (GCJ-02)
 * @param latitude in degrees, Amap coordinates (GCJ-02)
 */
record LotPlace(String longitude, String latitude, String servicePhone) {

    LotPlace {
        longitude = Typed.decimal(longitude);
        latitude = Typed.decimal(latitude);
        servicePhone = Typed.phone(servicePhone);
    }

    static LotPlace of(ParkingLot lot) {
        return new LotPlace(lot.longitude(), lot.latitude(), lot.servicePhone());
    }

    boolean isKnown() {
        return !longitude.isEmpty() && !latitude.isEmpty() && !servicePhone.isEmpty();
    }
}
