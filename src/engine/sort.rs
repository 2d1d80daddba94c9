//! Sorting in little code: the standard library's sort is thirteen kilobytes for each type that is sorted.

/// Sorts by the upper half of the numbers; equal ones keep their order. Byte by byte, the lowest first; a byte that is
/// the same in all numbers is left out.
pub(crate) fn by_upper_half(numbers: &mut Vec<u64>) {
    if numbers.len() < 32 {
        for end in 1..numbers.len() {
            let mut at = end;
            while at > 0 && numbers[at - 1] >> 32 > numbers[at] >> 32 {
                numbers.swap(at - 1, at);
                at -= 1;
            }
        }
        return;
    }
    let differing = numbers.iter().fold(0, |bits, number| bits | (number ^ numbers[0]));
    let mut other = vec![0; numbers.len()];
    for shift in [32, 40, 48, 56] {
        if differing >> shift & 255 == 0 {
            continue;
        }
        let mut places = [0u32; 256];
        numbers.iter().for_each(|number| places[(number >> shift & 255) as usize] += 1);
        let mut sum = 0;
        for place in &mut places {
            (*place, sum) = (sum, sum + *place);
        }
        for number in numbers.iter() {
            let place = &mut places[(number >> shift & 255) as usize];
            if let Some(to) = other.get_mut(*place as usize) {
                *to = *number;
            }
            *place += 1;
        }
        std::mem::swap(numbers, &mut other);
    }
}

/// The indices below `count` in the order that `less` gives: a heap sort.
pub(crate) fn indices(count: usize, less: &dyn Fn(u32, u32) -> bool) -> Vec<u32> {
    let mut heap: Vec<u32> = (0..count as u32).collect();
    for root in (0..count / 2).rev() {
        sink(&mut heap, root, less);
    }
    for end in (1..count).rev() {
        heap.swap(0, end);
        if let Some(heap) = heap.get_mut(..end) {
            sink(heap, 0, less);
        }
    }
    heap
}

fn sink(heap: &mut [u32], mut root: usize, less: &dyn Fn(u32, u32) -> bool) {
    loop {
        let mut child = 2 * root + 1;
        if child >= heap.len() {
            return;
        }
        if child + 1 < heap.len() && less(heap[child], heap[child + 1]) {
            child += 1;
        }
        if !less(heap[root], heap[child]) {
            return;
        }
        heap.swap(root, child);
        root = child;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_sort_as_the_standard_library_does() {
        let mut seed = 1u64;
        for count in [0, 1, 2, 31, 32, 33, 1000] {
            let mut numbers: Vec<u64> = (0..count)
                .map(|at| {
                    seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                    (seed >> 40 & 0xF0_F00F) << 32 | at
                })
                .collect();
            let order = indices(numbers.len(), &|a, b| numbers[a as usize] < numbers[b as usize]);
            let by_heap: Vec<u64> = order.into_iter().map(|at| numbers[at as usize]).collect();
            let mut known = numbers.clone();
            known.sort();
            by_upper_half(&mut numbers);
            assert_eq!(numbers, known);
            assert_eq!(by_heap, known);
        }
    }
}
