package cn.citybrain.parking.onboarding.chance;

import cn.citybrain.parking.onboarding.parking.TestLot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.quicktheories.core.Gen;
import org.quicktheories.generators.Generate;

/**
 * A call of a lot that was right before somebody else's client made it.
 *
 * @param call its name in the address
 * @param changes of fields, by their names
 * @param wrapping how the data is put into the message
 */
record OddRecord(String call, List<Change> changes, Wrapping wrapping) {

    static final List<String> KEPT =
            List.of("uploadCarInData", "uploadCarOutData", "uploadPhoto", "applyPayment", "uploadPayRecord");

    private static final List<String> OTHERS = List.of(
            "uploadParkingInfo",
            "uploadParkingState",
            "uploadHeartbeat",
            "getPayResult",
            "confirmPayResult",
            "getDeparturePayInfo",
            "confirmDeparturePayInfo",
            "uploadFee",
            "nothing");

    private static final List<String> FIELDS = List.of(
            "uid",
            "parkingCode",
            "plateNo",
            "plateColor",
            "arriveTime",
            "endTime",
            "billID",
            "billTime",
            "shouldPay",
            "shouldpay",
            "chargeFee",
            "dealTime",
            "paidType",
            "payType",
            "photoID",
            "time",
            "type",
            "name",
            "file",
            "uploadTime",
            "freeBerthNum",
            "totalBerthNum",
            "parkingType",
            "entryNum",
            "carType",
            "requestId",
            "success",
            "params",
            "bmapX",
            "unknownField");

    enum Wrapping {
        OBJECT,
        STRING,
        NONE,
        LIST,
        TWICE
    }

    /** @param removed the field is not there at all */
    record Change(String field, boolean removed, Object value) {}

    static Gen<OddRecord> any() {
        Gen<String> call = in -> Generate.range(0, 2).generate(in) < 2
                ? Generate.pick(KEPT).generate(in)
                : Generate.pick(OTHERS).generate(in);
        return in -> new OddRecord(
                call.generate(in), someChanges().generate(in), someWrapping().generate(in));
    }

    /** As it goes into the cipher. */
    Object message(TestLot lot, String id) {
        Map<String, Object> data = lot.data(call, id);
        changes.forEach(change -> {
            if (change.removed()) {
                data.remove(change.field());
            } else {
                data.put(change.field(), change.value());
            }
        });
        return switch (wrapping) {
            case OBJECT -> Map.of("data", data);
            case STRING -> Map.of("data", lot.write(data));
            case NONE -> data;
            case LIST -> Map.of("data", List.of(data));
            case TWICE -> Map.of("data", Map.of("data", data));
        };
    }

    private static Gen<List<Change>> someChanges() {
        return in -> {
            List<Change> changes = new ArrayList<>();
            for (int i = Generate.range(0, 4).generate(in); i > 0; i--) {
                changes.add(new Change(
                        Generate.pick(FIELDS).generate(in),
                        Generate.range(0, 4).generate(in) == 4,
                        Odd.value().generate(in)));
            }
            return changes;
        };
    }

    /** Most clients do as the specification says. */
    private static Gen<Wrapping> someWrapping() {
        return in -> Generate.range(0, 9).generate(in) < 7
                ? Wrapping.OBJECT
                : Generate.enumValues(Wrapping.class).generate(in);
    }
}
