/**
 * How long what is kept: what no rule lets anybody keep longer is removed in batches, and each removal is written down. Reads
 * other modules' tables, and is the one room that empties and deletes their rows: of nothing that runs, is live or disputed.
 */
package cn.citybrain.parking.onboarding.audit.retention;
