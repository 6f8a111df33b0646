package io.github.janusfiji.blink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RocCurveTest {

	private static final boolean[] TRUTH = { false, false, true, true };

	@Test
	void knowsTheTextbookCases() {
		assertEquals(1, RocCurve.area(new double[] { 1, 2, 3, 4 }, TRUTH));
		assertEquals(0, RocCurve.area(new double[] { 4, 3, 2, 1 }, TRUTH));
		assertEquals(0.5, RocCurve.area(new double[] { 1, 1, 1, 1 }, TRUTH));
		assertEquals(0.75, RocCurve.area(new double[] { 0.1, 0.4, 0.35, 0.8 },
			TRUTH));
		assertTrue(Double.isNaN(RocCurve.area(new double[] { 1 }, new boolean[] {
			true })));
	}
}
