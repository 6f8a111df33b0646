package io.github.janusfiji.sample;

/** Where on the average head hair grows. */
final class Hairline {

	/** Azimuth from the face in degrees, height over the pupils in cm. */
	private static final double[][] LINE = { { 0, 0 }, { 20, 0 }, { 38, -0.9 }, {
		50, -2.5 }, { 60, -3.6 }, { 68, -6.6 }, { 78, -8.6 }, { 84, -6 }, { 98,
			-5.2 }, { 112, -9 }, { 130, -13 }, { 180, -14.5 } };

	private final Identity.Cut cut;

	Hairline(final Identity.Cut cut) {
		this.cut = cut;
	}

	/** @return how far inside the hair the point is, cm; negative outside */
	double inside(final double x, final double y, final double z) {
		final double azimuth = Math.toDegrees(Math.atan2(Math.abs(x), z));
		int k = 0;
		while (k < LINE.length - 2 && azimuth > LINE[k + 1][0])
			k++;
		final double t = (azimuth - LINE[k][0]) / (LINE[k + 1][0] - LINE[k][0]);
		final double line = cut.hairline() + LINE[k][1] + t * (LINE[k + 1][1] -
			LINE[k][1]) + cut.recede() * Noise.bell(azimuth - 28, 11);
		final double ragged = 0.22 * Noise.value(x * 1.7, y * 1.7, z * 1.7, 99);
		return y - line + ragged;
	}
}
