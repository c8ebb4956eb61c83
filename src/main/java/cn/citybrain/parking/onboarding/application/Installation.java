package cn.citybrain.parking.onboarding.application;

/**
 * What is installed in a lane of a lot (ETC), as the operator recorded it.
 *
 * @param laneNo as painted at the lot
 * @param deviceSerial serial number of the roadside unit
 * @param terminalNo PSAM terminal, 12 hex digits in upper case
 * @param photoId paper that shows it
 * @param reason why it was given back, Chinese; empty if it wasn't
 */
public record Installation(
        long id,
        String lotCode,
        String laneNo,
        String deviceSerial,
        String terminalNo,
        String photoId,
        State state,
        String reason) {

    /** Life of a record: the operator's until it is submitted, then the operating company's. */
    public enum State {
        RECORDED("已登记"),
        SUBMITTED("待验收"),
        RETURNED("退回整改"),
        ACCEPTED("验收通过");

        private final String title;

        State(String title) {
            this.title = title;
        }

        /** Chinese name. */
        public String title() {
            return title;
        }

        /** Whether the operator may change it. */
        public boolean isOpen() {
            return this == RECORDED || this == RETURNED;
        }
    }
}
