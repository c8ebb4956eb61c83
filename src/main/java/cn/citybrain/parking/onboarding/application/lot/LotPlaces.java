package cn.citybrain.parking.onboarding.application.lot;

import cn.citybrain.parking.onboarding.application.InvalidFields;
import cn.citybrain.parking.onboarding.application.form.Field;
import cn.citybrain.parking.onboarding.application.form.FieldRules;
import cn.citybrain.parking.onboarding.application.form.FieldType;
import cn.citybrain.parking.onboarding.change.ChangedField;
import cn.citybrain.parking.onboarding.change.Changes;
import cn.citybrain.parking.onboarding.change.Difference;
import cn.citybrain.parking.onboarding.change.Done;
import cn.citybrain.parking.onboarding.change.Subject;
import cn.citybrain.parking.onboarding.merchant.ParkingLot;
import cn.citybrain.parking.onboarding.merchant.ParkingLots;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Checks and keeps where lots are. What lies outside of Hangzhou and its surroundings is doubtful, not wrong: the usual
 * reasons are swapped numbers and coordinates of another map.
 */
@Component
class LotPlaces {

    private static final String DEGREES = "[0-9]{1,3}([.][0-9]{1,10})?";
    private static final Field PHONE = field("servicePhone", "客服电话", FieldType.LANDLINE_OR_PHONE, 32, null, null);
    private static final List<Coordinate> COORDINATES = List.of(
            new Coordinate(coordinate("longitude", "经度", "120.155070"), 180, 118.3, 120.9),
            new Coordinate(coordinate("latitude", "纬度", "30.274085"), 90, 29.1, 30.7));

    private final ParkingLots lots;
    private final FieldRules rules;
    private final Changes changes;

    LotPlaces(ParkingLots lots, FieldRules rules, Changes changes) {
        this.lots = lots;
        this.rules = rules;
        this.changes = changes;
    }

    /**
     * @param most largest number of degrees that there is
     * @param from westernmost or southernmost of Hangzhou's surroundings
     * @param to easternmost or northernmost of them
     */
    private record Coordinate(Field field, double most, double from, double to) {}

    /**
     * Keeps where a lot is, with a word in its history.
     *
     * @param by user id
     * @return doubts by field key, Chinese
     * @throws InvalidFields with a message per field
     */
    @Transactional
    public Map<String, String> locate(ParkingLot lot, LotPlace place, String by) {
        Map<String, String> values = Map.of(
                "longitude", place.longitude(), "latitude", place.latitude(), "servicePhone", place.servicePhone());
        Map<String, String> faults = new LinkedHashMap<>();
        Map<String, String> doubts = new LinkedHashMap<>();
        for (Coordinate coordinate : COORDINATES) {
            check(coordinate.field(), values, faults);
            if (!faults.containsKey(coordinate.field().key())) {
                judge(
                        coordinate,
                        Double.parseDouble(values.get(coordinate.field().key())),
                        faults,
                        doubts);
            }
        }
        check(PHONE, values, faults);
        if (!faults.isEmpty()) {
            throw new InvalidFields(String.join("；", faults.values()), faults);
        }
        keep(lot, place, by);
        return doubts;
    }

    private void keep(ParkingLot lot, LotPlace place, String by) {
        List<ChangedField> changed = new Difference()
                .field("经度", lot.longitude(), place.longitude())
                .field("纬度", lot.latitude(), place.latitude())
                .field("服务电话", lot.servicePhone(), place.servicePhone())
                .fields();
        if (!changed.isEmpty()) {
            lots.locate(lot.code(), place.longitude(), place.latitude(), place.servicePhone());
            changes.record(new Done(Subject.lot(lot.code()), lot.version() + 1, "修改", changed, "车场方在申请中填写"), by);
        }
    }

    private void check(Field field, Map<String, String> values, Map<String, String> faults) {
        String value = values.get(field.key());
        Optional<String> fault = value.isEmpty() ? Optional.of("请填写" + field.label()) : rules.fault(field, value);
        fault.ifPresent(message -> faults.put(field.key(), message));
    }

    private static void judge(
            Coordinate coordinate, double degrees, Map<String, String> faults, Map<String, String> doubts) {
        Field field = coordinate.field();
        if (degrees > coordinate.most()) {
            faults.put(field.key(), field.label() + "不能大于 " + (int) coordinate.most());
        } else if (degrees < coordinate.from() || degrees > coordinate.to()) {
            doubts.put(
                    field.key(),
                    "%s不在杭州及周边（%s 至 %s）范围内，请确认没有填反、用的是高德地图坐标"
                            .formatted(field.label(), coordinate.from(), coordinate.to()));
        }
    }

    private static Field coordinate(String key, String label, String example) {
        return field(key, label, FieldType.TEXT, 15, DEGREES, "应为高德地图坐标的度数，如 " + example);
    }

    private static Field field(
            String key, String label, FieldType type, int maxLength, String pattern, String patternMessage) {
        return new Field(
                key,
                label,
                null,
                type,
                true,
                null,
                null,
                false,
                null,
                maxLength,
                null,
                null,
                null,
                pattern,
                patternMessage,
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                null);
    }
}
