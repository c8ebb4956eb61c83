package cn.citybrain.parking.onboarding.application.form;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a field takes. The words of the field catalogue. */
public enum FieldType {
    @JsonProperty("text")
    TEXT,
    @JsonProperty("longText")
    LONG_TEXT,
    /** How many there are. */
    @JsonProperty("wholeNumber")
    WHOLE_NUMBER,
    /** Unified social credit code, GB 32100-2015. */
    @JsonProperty("uscc")
    USCC,
    /** Mobile phone of mainland China. */
    @JsonProperty("phone")
    PHONE,
    @JsonProperty("landlineOrPhone")
    LANDLINE_OR_PHONE,
    @JsonProperty("email")
    EMAIL,
    /** Number of an identity document; without {@link Checks#document} of the resident identity card, GB 11643-1999. */
    @JsonProperty("identityNumber")
    IDENTITY_NUMBER,
    /** ISO date that is not in the future. */
    @JsonProperty("date")
    DATE,
    /** ISO date that has not passed, or 长期. */
    @JsonProperty("dateOrLongTerm")
    DATE_OR_LONG_TERM,
    @JsonProperty("bankAccount")
    BANK_ACCOUNT,
    /** Clearing number of a bank's branch (联行号), 12 digits. */
    @JsonProperty("clearingNumber")
    CLEARING_NUMBER,
    /** A city: its administrative division code, GB/T 2260, 6 digits. Chosen from {@link Regions}. */
    @JsonProperty("regionCode")
    REGION_CODE,
    /** What a merchant is called at a channel (Alipay: login or PID). */
    @JsonProperty("channelAccount")
    CHANNEL_ACCOUNT,
    @JsonProperty("choice")
    CHOICE,
    /** One of the company's own lots: its name. */
    @JsonProperty("lot")
    LOT,
    /** Some of the company's own lots: their codes, separated by commas. */
    @JsonProperty("lots")
    LOTS,
    /** The application's own receiving account, once the channel has confirmed it. */
    @JsonProperty("receivingAccount")
    RECEIVING_ACCOUNT,
    /** A picture; attached, not typed. */
    @JsonProperty("paper")
    PAPER
}
