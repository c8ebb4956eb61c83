package cn.citybrain.parking.onboarding.masterdata.register;

import cn.citybrain.parking.onboarding.masterdata.lot.LotEntry;
import cn.citybrain.parking.onboarding.masterdata.lot.VendorChoice;

/**
 * A lot with the vendor that was chosen for it last.
 *
 * @param vendor its group, empty for none
 * @param from the day from which on it is to have that vendor; empty if it has it already
 */
record LotRow(LotEntry lot, String vendor, String from) {

    VendorChoice choice() {
        return new VendorChoice(lot.code(), vendor, from);
    }
}
