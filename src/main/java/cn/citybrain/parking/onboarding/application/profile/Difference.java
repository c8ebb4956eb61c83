package cn.citybrain.parking.onboarding.application.profile;

import cn.citybrain.parking.onboarding.application.form.Field;
import cn.citybrain.parking.onboarding.application.form.Masking;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Where an application and its company's profile say different things. */
sealed interface Difference {

    /** What a person ticks. */
    String place();

    /** The place by which the application's field is found. */
    String key();

    /** @param fileName name of a stored paper by its id */
    Offer offer(boolean now, UnaryOperator<String> fileName);

    /** The profile takes it over. */
    void keep(ProfileChanges changes, long merchantId, String by);

    /**
     * A value of the company, or of a settlement account that the profile knows by its number.
     *
     * @param kept what is kept when it is taken: the value, and what it means nothing without
     * @param before null for nothing
     */
    record OfValue(int accountNo, Field field, Map<String, String> kept, String before, String after)
            implements Difference {

        private static final String OF_ANOTHER = "换了人的，请到“车场方资料”一并更换证件类型、证件号码和证件照片。";

        @Override
        public String place() {
            return field.key();
        }

        @Override
        public String key() {
            return field.key();
        }

        @Override
        public void keep(ProfileChanges changes, long merchantId, String by) {
            changes.put(merchantId, accountNo, kept, by);
        }

        @Override
        public Offer offer(boolean now, UnaryOperator<String> fileName) {
            boolean person = before != null && field.key().matches("(legal|contact|ubo)\\.name");
            return new Offer(place(), field.label(), shown(before), shown(after), person ? OF_ANOTHER : null, now);
        }

        private String shown(String value) {
            return value == null ? null : field.display(field.sensitive() ? Masking.masked(field, value) : value);
        }

        /** Names no value: they must not reach a log by accident. */
        @Override
        public String toString() {
            return "OfValue[" + place() + "]";
        }
    }

    /** A settlement account that the profile does not know. */
    record OfAccount(String label, Map<String, String> values) implements Difference {

        static final String PLACE = "account";

        @Override
        public String place() {
            return PLACE;
        }

        @Override
        public String key() {
            return Places.ACCOUNT_NUMBER;
        }

        @Override
        public void keep(ProfileChanges changes, long merchantId, String by) {
            changes.addAccount(merchantId, values, by);
        }

        @Override
        public Offer offer(boolean now, UnaryOperator<String> fileName) {
            return new Offer(PLACE, "结算账户", null, label, null, now);
        }

        /** Names no value: they must not reach a log by accident. */
        @Override
        public String toString() {
            return "OfAccount[]";
        }
    }

    /** @param before id of the stored paper in the profile, null for none */
    record OfPaper(Field field, Said.Paper said, String before) implements Difference {

        @Override
        public String place() {
            return field.key();
        }

        @Override
        public String key() {
            return field.key();
        }

        @Override
        public void keep(ProfileChanges changes, long merchantId, String by) {
            changes.put(merchantId, said, field.key(), by);
        }

        @Override
        public Offer offer(boolean now, UnaryOperator<String> fileName) {
            String label = said.about().isEmpty() ? field.label() : field.label() + "（" + said.about() + "）";
            return new Offer(
                    place(),
                    label,
                    before == null ? null : fileName.apply(before),
                    fileName.apply(said.documentId()),
                    null,
                    now);
        }
    }
}
