package cn.citybrain.parking.onboarding.audit.dossier.print;

/**
 * A column of a printed table.
 *
 * @param weight how wide it is against the others
 */
public record Column(String title, float weight) {}
