package cn.citybrain.parking.onboarding.audit.dossier.print;

/** A value with what it is, for a list of such. */
public record Labelled(String label, String value) {}
