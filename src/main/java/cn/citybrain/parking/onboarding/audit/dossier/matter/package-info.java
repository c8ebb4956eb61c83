/**
 * What a dossier tells: an application's story up to its point, with its papers and its models, and how times, money and people
 * are written there. The same whenever it is asked for at the same point.
 */
package cn.citybrain.parking.onboarding.audit.dossier.matter;
