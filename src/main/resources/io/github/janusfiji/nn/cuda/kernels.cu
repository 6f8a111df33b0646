// The kernels of Janus's engine for NVIDIA cards. Compiled on the user's machine by NVRTC, and by
// a C++ compiler for the tests, so they use nothing but arithmetic and indices: one thread makes
// one number. Sums are made by threads that each add every PARTSth number, then their results, so
// that their order is always the same. Pictures are N x C x H x W, all tensors contiguous.

typedef long long Index;

#define THREAD ((Index) blockIdx.x * blockDim.x + threadIdx.x)
#define KERNEL extern "C" __global__ void
#define EACH const Index i = THREAD; if (i >= n) return

KERNEL fill(Index n, float value, float *out) { EACH; out[i] = value; }

KERNEL add(Index n, const float *x, const float *y, float *out) { EACH; out[i] = x[i] + y[i]; }

KERNEL multiply(Index n, const float *x, const float *y, float *out) { EACH; out[i] = x[i] * y[i]; }

KERNEL scale(Index n, const float *x, float factor, float *out) { EACH; out[i] = x[i] * factor; }

KERNEL gain(Index n, const float *x, const float *factor, float *out) { EACH; out[i] = x[i] * factor[0]; }

KERNEL leaky_relu(Index n, float *x, float slope) { EACH; if (!(x[i] > 0)) x[i] *= slope; }

KERNEL leaky_relu_gradient(Index n, const float *result, const float *gradient, float slope, float *out) {
	EACH;
	out[i] = result[i] > 0 ? gradient[i] : slope * gradient[i];
}

KERNEL sigmoid(Index n, const float *x, float *out) { EACH; out[i] = 1 / (1 + expf(-x[i])); }

KERNEL sigmoid_gradient(Index n, const float *result, const float *gradient, float *out) {
	EACH;
	out[i] = gradient[i] * result[i] * (1 - result[i]);
}

KERNEL adam(Index n, float *value, const float *gradient, float *mean, float *square, float rate, float beta1,
	float rest1, float beta2, float rest2, float epsilon) {
	EACH;
	const float g = gradient[i];
	mean[i] = beta1 * mean[i] + rest1 * g;
	square[i] = beta2 * square[i] + rest2 * g * g;
	value[i] -= rate * mean[i] / (sqrtf(square[i]) + epsilon);
}

// alpha: N x 1 x plane, x and y: N x channels x plane.
KERNEL blend(Index n, Index channels, Index plane, const float *alpha, const float *x, const float *y, float *out) {
	EACH;
	const float a = alpha[i / (channels * plane) * plane + i % plane];
	out[i] = a * x[i] + (1 - a) * y[i];
}

KERNEL blend_gradient(Index n, Index channels, Index plane, const float *alpha, const float *gradient, float *dx,
	float *dy) {
	EACH;
	const float a = alpha[i / (channels * plane) * plane + i % plane];
	dx[i] = a * gradient[i];
	dy[i] = gradient[i] - dx[i];
}

// One thread for each pixel of alpha.
KERNEL blend_alpha(Index n, Index channels, Index plane, const float *x, const float *y, const float *gradient,
	float *out) {
	EACH;
	const Index first = i / plane * channels * plane + i % plane;
	float sum = 0;
	for (Index c = 0; c < channels; c++) {
		const Index at = first + c * plane;
		sum += (x[at] - y[at]) * gradient[at];
	}
	out[i] = sum;
}

// Copies rows of `width` numbers between two tensors whose rows lie `from_step` and `to_step` apart.
KERNEL copy_rows(Index n, Index width, Index from_step, Index to_step, const float *from, float *to) {
	EACH;
	to[i / width * to_step + i % width] = from[i / width * from_step + i % width];
}

// Neighbours along an axis of `extent` numbers that lie `inner` apart; n counts the results.
KERNEL difference(Index n, Index extent, Index inner, const float *x, float *out) {
	EACH;
	const Index at = i / ((extent - 1) * inner) * extent * inner + i % ((extent - 1) * inner);
	out[i] = x[at + inner] - x[at];
}

KERNEL difference_gradient(Index n, Index extent, Index inner, const float *gradient, float *out) {
	EACH;
	const Index place = i / inner % extent;
	const Index at = i / (extent * inner) * (extent - 1) * inner + place * inner + i % inner;
	out[i] = (place > 0 ? gradient[at - inner] : 0) - (place < extent - 1 ? gradient[at] : 0);
}

// The pixel shuffle in TensorFlow's order. n and i count the wide picture, N x channels x height x width.
#define DEEP(b) (((i / (channels * height * width) * (b) * (b) + i / width % height % (b) * (b) + i % width % (b)) \
	* channels + i / (height * width) % channels) * (height / (b)) + i / width % height / (b)) * (width / (b)) \
	+ i % width / (b)

KERNEL depth_to_space(Index n, Index channels, Index height, Index width, int block, const float *deep, float *wide) {
	EACH;
	wide[i] = deep[DEEP(block)];
}

KERNEL space_to_depth(Index n, Index channels, Index height, Index width, int block, const float *wide, float *deep) {
	EACH;
	deep[DEEP(block)] = wide[i];
}

// The largest of 2 x 2 px; height and width of the argument.
KERNEL max_pool(Index n, Index height, Index width, const float *x, float *out) {
	EACH;
	const Index h = height / 2, w = width / 2;
	const float *at = x + i / (h * w) * height * width + i / w % h * 2 * width + i % w * 2;
	float most = at[0];
	if (at[1] > most) most = at[1];
	if (at[width] > most) most = at[width];
	if (at[width + 1] > most) most = at[width + 1];
	out[i] = most;
}

// One thread for each block of 2 x 2 px; out is zero before. The first of equals takes the gradient.
KERNEL max_pool_gradient(Index n, Index height, Index width, const float *x, const float *gradient, float *out) {
	EACH;
	const Index h = height / 2, w = width / 2;
	const Index at = i / (h * w) * height * width + i / w % h * 2 * width + i % w * 2;
	Index most = at;
	if (x[at + 1] > x[most]) most = at + 1;
	if (x[at + width] > x[most]) most = at + width;
	if (x[at + width + 1] > x[most]) most = at + width + 1;
	out[most] = gradient[i];
}

// One thread for each row.
KERNEL softmax(Index n, Index width, const float *x, float *out) {
	EACH;
	const float *from = x + i * width;
	float *to = out + i * width;
	float most = from[0], sum = 0;
	for (Index k = 1; k < width; k++) if (from[k] > most) most = from[k];
	for (Index k = 0; k < width; k++) sum += to[k] = expf(from[k] - most);
	for (Index k = 0; k < width; k++) to[k] /= sum;
}

KERNEL softmax_gradient(Index n, Index width, const float *result, const float *gradient, float *out) {
	EACH;
	const Index first = i * width;
	float sum = 0;
	for (Index k = first; k < first + width; k++) sum += result[k] * gradient[k];
	for (Index k = first; k < first + width; k++) out[k] = result[k] * (gradient[k] - sum);
}

// ---- convolutions as products: patches are (I k k) x (count P), of pictures from x on ----

KERNEL patches(Index n, Index channels, Index height, Index width, Index count, Index rows, Index columns, int k,
	int stride, int above, int left, const float *x, float *out) {
	EACH;
	const Index plane = rows * columns, pixel = i % plane, picture = i / plane % count, tap = i / (plane * count);
	const Index c = tap / (k * k);
	const Index v = pixel / columns * stride - above + tap / k % k, u = pixel % columns * stride - left + tap % k;
	out[i] = v < 0 || v >= height || u < 0 || u >= width ? 0 : x[((picture * channels + c) * height + v) * width + u];
}

// One thread for each number of the pictures gathers what the patches hold of it.
KERNEL patches_gradient(Index n, Index channels, Index height, Index width, Index count, Index rows, Index columns,
	int k, int stride, int above, int left, const float *patches, float *out) {
	EACH;
	const Index u = i % width + left, v = i / width % height + above, c = i / (width * height) % channels;
	const Index picture = i / (width * height * channels);
	float sum = 0;
	for (int r = 0; r < k; r++) {
		if (v < r || (v - r) % stride != 0 || (v - r) / stride >= rows) continue;
		for (int s = 0; s < k; s++) {
			if (u < s || (u - s) % stride != 0 || (u - s) / stride >= columns) continue;
			const Index tap = (c * k + r) * k + s;
			sum += patches[((tap * count + picture) * rows + (v - r) / stride) * columns + (u - s) / stride];
		}
	}
	out[i] = sum;
}

// O x count x P to count x O x P, with the bias and a leaky ReLU.
KERNEL unfold(Index n, Index outputs, Index count, Index plane, const float *product, const float *bias, float slope,
	float *out) {
	EACH;
	const Index o = i / plane % outputs;
	const float sum = product[(o * count + i / (plane * outputs)) * plane + i % plane] + bias[o];
	out[i] = sum > 0 ? sum : slope * sum;
}

// count x O x P to O x count x P.
KERNEL fold(Index n, Index outputs, Index count, Index plane, const float *gradient, float *out) {
	EACH;
	out[i] = gradient[(i / plane % count * outputs + i / (plane * count)) * plane + i % plane];
}

KERNEL add_bias(Index n, Index width, const float *bias, float *x) { EACH; x[i] += bias[i % width]; }

KERNEL sum_columns(Index n, Index rows, const float *x, float *out) {
	EACH;
	float sum = 0;
	for (Index r = 0; r < rows; r++) sum += x[r * n + i];
	out[i] = sum;
}

// ---- sums in a fixed order ----

// The gradient of a bias: n = channels * parts threads, each adds every parts-th of pictures * plane numbers.
KERNEL bias_parts(Index n, Index parts, Index channels, Index pictures, Index plane, const float *gradient,
	double *out) {
	EACH;
	const Index c = i / parts;
	double sum = 0;
	for (Index j = i % parts; j < pictures * plane; j += parts)
		sum += gradient[(j / plane * channels + c) * plane + j % plane];
	out[i] = sum;
}

KERNEL bias_sums(Index n, Index parts, const double *sums, float *out) {
	EACH;
	double sum = 0;
	for (Index j = 0; j < parts; j++) sum += sums[i * parts + j];
	out[i] = (float) sum;
}

#define PARTS(term) { EACH; double sum = 0; for (Index j = i; j < length; j += n) sum += term; out[i] = sum; }

KERNEL dot_parts(Index n, Index length, const float *x, const float *y, double *out) PARTS((double) x[j] * y[j])

KERNEL sum_parts(Index n, Index length, const float *x, double *out) PARTS((double) x[j])

KERNEL absolute_parts(Index n, Index length, const float *x, const float *y, double *out)
	PARTS(fabs((double) x[j] - (double) y[j]))

KERNEL square_parts(Index n, Index length, const float *x, const float *y, double *out)
	PARTS(((double) x[j] - (double) y[j]) * ((double) x[j] - (double) y[j]))

KERNEL softplus_parts(Index n, Index length, const float *x, float sign, double *out)
	PARTS((sign * x[j] > 0 ? (double) sign * x[j] : 0) + log1p(exp(-fabs((double) x[j]))))

KERNEL part_sums(Index n, Index length, const double *x, double *out) PARTS(x[j])

KERNEL to_float(Index n, const double *x, float *out) { EACH; out[i] = (float) x[i]; }

KERNEL absolute_gradient(Index n, const float *x, const float *y, float factor, float *out) {
	EACH;
	out[i] = x[i] > y[i] ? factor : x[i] < y[i] ? -factor : 0;
}

KERNEL square_gradient(Index n, const float *x, const float *y, float factor, float *out) {
	EACH;
	out[i] = factor * (x[i] - y[i]);
}

KERNEL softplus_gradient(Index n, const float *x, float sign, float factor, float *out) {
	EACH;
	out[i] = factor * sign / (1 + expf(-sign * x[i]));
}
